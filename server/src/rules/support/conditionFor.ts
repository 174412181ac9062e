import type { Analysis } from '../../analysis/index.ts';
import { consequencesOf, type Template } from '../../cloudformation/index.ts';
import { follows, type Guard, type GuardTerm } from '../../symbolic/index.ts';
import { child } from '../../syntax/index.ts';
import { addEntry, type Draft, type DraftCall } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import { freshLogicalId } from './logicalIds.ts';

/** The condition of a resource to be added, and the edit that defines it where the template has none like it. */
export interface ConditionOfNew {
  /** `undefined` for a resource that always exists. */
  readonly name: string | undefined;
  readonly edits: readonly TextEdit[];
}

/** `Fn::And` takes two to ten. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html */
const MOST_TERMS = 10;

/**
 * The one condition under which a new resource exists just when something else does: one of the template that says all of it, or a new
 * one of all its terms. `undefined` where the template has no `Conditions` to add it to.
 */
export function conditionFor(guard: Guard, { template, tree }: Pick<Analysis, 'template' | 'tree'>): ConditionOfNew | undefined {
  if (guard.length === 0) return { name: undefined, edits: [] };
  if (!template) return undefined;
  const equal = consequencesOf(guard, template).find((term) => term.holds && isAsStrong([term], guard, template));
  if (equal) return { name: equal.condition, edits: [] };
  const conditions = child(tree.root, 'Conditions');
  const terms = essentialTerms(guard, template);
  if (conditions?.kind !== 'mapping' || terms.length > MOST_TERMS) return undefined;
  const name = freshLogicalId(template, terms.map(({ condition, holds }) => (holds ? '' : 'Not') + condition).join('And'));
  return { name, edits: [addEntry(tree, conditions, name, together(terms))] };
}

function isAsStrong(some: Guard, guard: Guard, template: Template): boolean {
  return follows(guard, consequencesOf(some, template));
}

/** The terms without those that follow from the others. */
function essentialTerms(guard: Guard, template: Template): Guard {
  return guard.reduce<Guard>((kept, term) => {
    const others = kept.filter((other) => other !== term);
    return isAsStrong(others, [term], template) ? others : kept;
  }, guard);
}

function together(terms: readonly GuardTerm[]): Draft {
  const [only, ...others] = terms.map(termDraft);
  return only && others.length === 0 ? only : { call: 'And', argument: terms.map(termDraft) };
}

function termDraft({ condition, holds }: GuardTerm): DraftCall {
  const named: DraftCall = { call: 'Condition', argument: condition };
  return holds ? named : { call: 'Not', argument: [named] };
}
