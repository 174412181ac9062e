import type { Analysis } from '../../analysis/index.ts';
import { type Clause, matchesAction, type PolicyValue, type Statement } from '../../iam/index.ts';
import { coversIgnoringCase, display, knownText, literal, type SymbolicString, type Ternary } from '../../symbolic/index.ts';
import { type PlacedStatement, statementsOf } from './policyWalk.ts';

/** Every Allow of an identity policy. */
export function* allowsOf(analysis: Analysis): Generator<PlacedStatement> {
  for (const placed of statementsOf(analysis)) {
    if (placed.site.kind === 'identity' && placed.statement.effect === 'Allow') yield placed;
  }
}

/** Whether the statement reaches resources without a limit: `*`, `NotResource`, or a pattern as wide as this one. */
export function isUnlimited({ resources }: Statement, wide: RegExp = /^\*$/): boolean {
  if (!resources) return false;
  return resources.negated || resources.values.some(({ value }) => display(value) === '*' || wide.test(display(value)));
}

/** The part of the statement that grants an action: the value that names it, or `NotAction`. */
export function granting({ actions }: Statement, action: string): PolicyValue | Clause | undefined {
  if (actions?.negated) return matchesAction(actions, action) === 'yes' ? actions : undefined;
  return actions?.values.find(({ value, guard }) => guard.length === 0 && standsFor(value, action));
}

/** Whether an action or a pattern certainly stands for an action. Most are plain names, for which this is cheap. */
export function standsFor(pattern: SymbolicString, action: string): boolean {
  const text = knownText(pattern);
  const [head = ''] = text?.split(/[*?]/, 1) ?? [];
  if (!action.toLowerCase().startsWith(head.toLowerCase())) return false;
  if (text === head) return text.length === action.length;
  return coversIgnoringCase(pattern, literal(action)) === 'yes';
}

/** Whether a statement of the policy denies the action without a condition. */
export function isDenied({ site }: PlacedStatement, action: string): boolean {
  return site.document.statements.some(
    (statement) => statement.effect === 'Deny' && statement.conditions.length === 0 && granting(statement, action) !== undefined,
  );
}

/** Whether the statement is about everything: its action is `*`. That is a mistake of its own. */
export function isAllActions({ actions }: Statement): boolean {
  return actions !== undefined && !actions.negated && actions.values.some(({ value }) => /^(?:\*|\*:\*)$/.test(display(value)));
}

/** Whether the statement has a condition on one of these keys. */
export function hasConditionOn({ conditions, conditionsComplete }: Statement, keys: readonly string[]): Ternary {
  const names = keys.map((key) => key.toLowerCase());
  if (conditions.some(({ key }) => names.includes(key.toLowerCase()))) return 'yes';
  return conditionsComplete ? 'no' : 'unknown';
}
