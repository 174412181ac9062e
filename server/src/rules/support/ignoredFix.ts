import { childAt, entryOf, type MappingNode, type SyntaxNode, type SyntaxTree } from '../../syntax/index.ts';
import { removeEntry, removeItem, replaceText } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { IgnoreComment, IgnoredInMetadata } from './ignored.ts';

/** Takes an id out of a comment; the only one with the whole comment, and with its line where nothing else stands on it. */
export function removeFromComment({ ids, span }: IgnoreComment, id: Span, tree: SyntaxTree): TextEdit {
  const at = ids.findIndex((each) => each.span === id);
  const [before, after] = [ids[at - 1], ids[at + 1]];
  if (after) return { span: { start: id.start, end: after.span.start }, newText: '' };
  if (before) return { span: { start: before.span.end, end: id.end }, newText: '' };
  const { text } = tree.source;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lead = text.slice(lineStart, span.start);
  if (lead.trim() !== '') return { span: { start: lineStart + lead.trimEnd().length, end: span.end }, newText: '' };
  const lineEnd = text.indexOf('\n', span.end);
  return { span: { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd + 1 }, newText: '' };
}

/** Takes an id out of the metadata of a resource; the only one with all that would be left empty. */
export function removeFromMetadata({ node, resource }: IgnoredInMetadata, tree: SyntaxTree): TextEdit {
  const list = node.parent;
  if (list?.kind === 'sequence' && list.items.length > 1) return removeItem(tree, list, node);
  const ours = childAt(resource.node, 'Metadata', 'lambda-iam');
  if (hasOthers(ours)) return remove(tree, ours, 'ignore');
  const metadata = childAt(resource.node, 'Metadata');
  return hasOthers(metadata) ? remove(tree, metadata, 'lambda-iam') : remove(tree, resource.node, 'Metadata');
}

function hasOthers(node: SyntaxNode | undefined): node is MappingNode {
  return node?.kind === 'mapping' && node.entries.length > 1;
}

function remove(tree: SyntaxTree, mapping: MappingNode, key: string): TextEdit {
  const entry = entryOf(mapping, key);
  return entry
    ? removeEntry(tree, mapping, entry)
    : { span: { start: mapping.span.start, end: mapping.span.start }, newText: '' };
}

/** Writes another id in the metadata of a resource. */
export function renameInMetadata({ node }: IgnoredInMetadata, id: string): TextEdit {
  return replaceText(node, 0, node.text.length, id);
}
