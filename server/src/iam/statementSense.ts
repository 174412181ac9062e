import { display } from '../symbolic/index.ts';
import type { Clause, PolicyValue, Statement } from './policy.ts';

/** What the parts of a statement say, each in one spelling: two statements say the same where all parts are equal texts. */
export interface StatementSense {
  readonly effect: string;
  readonly principals: string;
  readonly actions: string;
  readonly resources: string;
  readonly conditions: string;
}

/** The parts of a statement but its `Sid`; nothing for one that cannot all be seen, or is there under a template condition only. */
export function senseOf(statement: Statement): StatementSense | undefined {
  const { effect, actions, resources, principals, conditions, conditionsComplete, guard } = statement;
  const clauses = [actions, resources, principals].filter((clause) => clause !== undefined);
  const isAllSeen = conditionsComplete && guard.length === 0 && clauses.every(({ complete }) => complete);
  if (effect === 'unknown' || !actions || !isAllSeen) return undefined;
  const tests = conditions.map((test) => `${test.operator} ${test.key.toLowerCase()} ${guarded(test)} ${listed(test.values)}`);
  const named = principals?.principals.map((principal) => `${principal.type} ${guarded(principal)} ${display(principal.value)}`);
  return {
    effect,
    principals: JSON.stringify([principals?.negated, named?.sort()]),
    actions: clauseSense(actions).toLowerCase(),
    resources: clauseSense(resources),
    conditions: JSON.stringify(tests.sort()),
  };
}

function clauseSense(clause: Clause | undefined): string {
  return JSON.stringify([clause?.negated, listed(clause?.values ?? [])]);
}

function listed(values: readonly PolicyValue[]): string {
  return values
    .map((value) => `${display(value.value)} ${guarded(value)}`)
    .sort()
    .join('\n');
}

function guarded({ guard }: Pick<PolicyValue, 'guard'>): string {
  return guard.length === 0 ? '' : JSON.stringify(guard);
}
