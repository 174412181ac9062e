import type { Analysis } from '../analysis/index.ts';
import { type Resource, resourceAround } from '../cloudformation/index.ts';
import { child, childAt, entryOf, nodeAt, spanInText } from '../syntax/index.ts';
import { addComment, addEntry, addToList, mapping, setEntry } from '../syntax/write/index.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineIndexOf } from '../text/lineIndex.ts';
import { encloses } from '../text/span.ts';
import type { Diagnosis, Finding } from './rule.ts';
import { type IgnoreComment, ignoreCommentsOf, ignoredInMetadata } from './support/ignored.ts';

/** A way to silence one finding. */
export interface Suppression {
  /** The resource whose metadata say so; absent for a comment. */
  readonly resource?: string;
  readonly edit: TextEdit;
}

/** Whether the author has asked not to hear of a finding: by a comment on its line or the line above, or by the resource's metadata. */
export function isSuppressed(finding: Finding, analysis: Analysis): boolean {
  return (
    ignoreCommentsOf(analysis).some((comment) => concerns(comment, finding, analysis) && names(comment, finding.ruleId)) ||
    ignoredInMetadata(analysis).some(({ id, resource }) => id === finding.ruleId && encloses(resource.span, finding.span))
  );
}

/** Whether a comment stands where it can silence a finding. */
export function concerns({ line }: IgnoreComment, { span }: Diagnosis, { source, tree }: Analysis): boolean {
  const at = lineIndexOf(source).positionAt(spanInText(tree, span).start).line;
  return line === at || line === at - 1;
}

function names({ ids }: IgnoreComment, ruleId: string): boolean {
  return ids.some(({ id }) => id === ruleId);
}

/** Writes what silences a finding: a comment, or in JSON the metadata of the resource. A policy in JSON has no place for it. */
export function suppressionOf(finding: Finding, analysis: Analysis): Suppression | undefined {
  const comment = `lambda-iam-ignore ${finding.ruleId}`;
  const edit = extendComment(finding, analysis) ?? addComment(analysis.tree, finding.span.start, comment);
  return edit ? { edit } : metadataSuppression(finding, analysis);
}

/** Adds the rule to a comment that stands on the line or the line above already. */
function extendComment(finding: Finding, analysis: Analysis): TextEdit | undefined {
  const last = ignoreCommentsOf(analysis)
    .findLast((comment) => concerns(comment, finding, analysis))
    ?.ids.at(-1);
  return last && { span: { start: last.span.end, end: last.span.end }, newText: `, ${finding.ruleId}` };
}

function metadataSuppression({ span, ruleId }: Finding, { template, tree }: Analysis): Suppression | undefined {
  const resource = template && resourceAround(nodeAt(tree, span.start), template);
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
