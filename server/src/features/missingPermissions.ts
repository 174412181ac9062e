import { type Analysis, analyse } from '../analysis/index.ts';
import type { Finding } from '../rules/index.ts';
import type { TextEdit } from '../text/edit.ts';
import { editsTowards, fixAll } from './fixAll.ts';

/** The rules that miss a permission. */
const RULES_OF_MISSING: ReadonlySet<string> = new Set([
  'caller-role-cannot-invoke',
  'incomplete-function-url-permission',
  'missing-execution-permission',
  'missing-invoke-permission',
]);

/** All that is missing in a document, added at once. */
export interface AddedPermissions {
  readonly edits: readonly TextEdit[];
  /** The fixes that the edits apply. */
  readonly added: number;
  /** What is missing still, because no fix of it is certain to be meant. */
  readonly left: number;
}

/**
 * The edits that add every permission which is missing and of which it is certain what to add.
 *
 * @param findingsIn the findings of a version of the document
 */
export function addMissingPermissions(
  analysis: Analysis,
  findingsIn: (analysis: Analysis) => readonly Finding[],
): AddedPermissions {
  const missingIn = (version: Analysis) => findingsIn(version).filter(({ ruleId }) => RULES_OF_MISSING.has(ruleId));
  const { text, applied } = fixAll(analysis, missingIn);
  const after = analyse({ ...analysis.source, text }, analysis.knowledge, analysis);
  return { edits: editsTowards(analysis, text), added: applied.length, left: missingIn(after).length };
}
