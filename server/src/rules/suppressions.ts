import type { Analysis } from '../analysis/index.ts';
import type { Resource } from '../cloudformation/index.ts';
import { child, childAt, entryOf, itemsOf, literalText } from '../syntax/index.ts';
import { addComment, addEntry, addToList, mapping, setEntry } from '../syntax/write/index.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineIndexOf } from '../text/lineIndex.ts';
import { encloses } from '../text/span.ts';
import type { Finding } from './rule.ts';

const COMMENT = /(?:#|\/\/)[ \t]*lambda-iam-ignore[ \t]+([a-z0-9-]+(?:[ \t]*,[ \t]*[a-z0-9-]+)*)/g;

/** A way to silence one finding. */
export interface Suppression {
  /** The resource whose metadata say so; absent for a comment. */
  readonly resource?: string;
  readonly edit: TextEdit;
}

/** Whether the author has asked not to hear of a finding: by a comment on its line or the line above, or by the resource's metadata. */
export function isSuppressed(finding: Finding, analysis: Analysis): boolean {
  const { line } = lineIndexOf(analysis.source).positionAt(finding.span.start);
  const byLine = commentsOf(analysis);
  return [line, line - 1].some((at) => byLine.get(at)?.has(finding.ruleId)) || isIgnoredByMetadata(finding, analysis);
}

/** Writes what silences a finding: a comment, or in JSON the metadata of the resource. A policy in JSON has no place for it. */
export function suppressionOf(finding: Finding, analysis: Analysis): Suppression | undefined {
  const comment = `lambda-iam-ignore ${finding.ruleId}`;
  const edit = extendComment(finding, analysis) ?? addComment(analysis.tree, finding.span.start, comment);
  return edit ? { edit } : metadataSuppression(finding, analysis);
}

/** Adds the rule to a comment that stands on the line or the line above already. */
function extendComment({ span, ruleId }: Finding, { source }: Analysis): TextEdit | undefined {
  const lines = lineIndexOf(source);
  const { line } = lines.positionAt(span.start);
  for (const at of [line, line - 1].filter((each) => each >= 0)) {
    const { start, end } = lines.lineSpan(at);
    const [match] = source.text.slice(start, end).matchAll(COMMENT);
    if (!match) continue;
    const behind = start + match.index + match[0].length;
    return { span: { start: behind, end: behind }, newText: `, ${ruleId}` };
  }
  return undefined;
}

function metadataSuppression({ span, ruleId }: Finding, { template, tree }: Analysis): Suppression | undefined {
  const resource = [...(template?.resources.values() ?? [])].find((each) => encloses(each.span, span));
  return resource && { resource: resource.logicalId, edit: ignoreInMetadata(resource, ruleId, tree) };
}

function ignoreInMetadata({ node }: Resource, ruleId: string, tree: Analysis['tree']): TextEdit {
  const metadata = child(node, 'Metadata');
  const ours = childAt(node, 'Metadata', 'lambda-iam');
  if (ours?.kind === 'mapping') return addToList(tree, ours, 'ignore', ruleId);
  const draft = mapping({ ignore: [ruleId] });
  if (metadata?.kind === 'mapping') return setEntry(tree, metadata, 'lambda-iam', draft);
  return addEntry(tree, node, 'Metadata', mapping({ 'lambda-iam': draft }), entryOf(node, 'Type'));
}

const comments = new WeakMap<Analysis, ReadonlyMap<number, ReadonlySet<string>>>();

function commentsOf(analysis: Analysis): ReadonlyMap<number, ReadonlySet<string>> {
  const known = comments.get(analysis);
  if (known) return known;
  const lines = lineIndexOf(analysis.source);
  const found = new Map(
    Array.from(analysis.source.text.matchAll(COMMENT), (match) => {
      const ids = (match[1] ?? '').split(',').map((id) => id.trim());
      return [lines.positionAt(match.index).line, new Set(ids)] as const;
    }),
  );
  comments.set(analysis, found);
  return found;
}

function isIgnoredByMetadata(finding: Finding, { template }: Analysis): boolean {
  for (const resource of template?.resources.values() ?? []) {
    if (!encloses(resource.span, finding.span)) continue;
    const ignored = itemsOf(childAt(resource.node, 'Metadata', 'lambda-iam', 'ignore')).map(literalText);
    if (ignored.includes(finding.ruleId)) return true;
  }
  return false;
}
