import {
  contradicts,
  coversIgnoringCase,
  every,
  follows,
  type Guard,
  literal,
  not,
  type SymbolicString,
  type Ternary,
} from '../symbolic/index.ts';
import { coversArn } from './arnMatch.ts';
import type { Clause, PolicyValue } from './policy.ts';

/** How to compare with what a statement says. */
export interface MatchOptions {
  /** Gives values one spelling, so that `!GetAtt Queue.Arn` is the queue's ARN; by default every value is its own. */
  readonly canonical?: ((value: SymbolicString) => SymbolicString) | undefined;
  /** The template conditions that are known; what is under another one counts at most `unknown`. */
  readonly given?: Guard | undefined;
}

/** Whether something under a template condition exists where the `given` conditions are as they are. */
export function existsGiven(guard: Guard, given: Guard): Ternary {
  if (guard.length === 0) return 'yes';
  if (contradicts(guard, given) || contradicts(guard, guard)) return 'no';
  return follows(guard, given) ? 'yes' : 'unknown';
}

/** Whether `Action` or `NotAction` matches an action, whatever their letter case. */
export function matchesAction(clause: Clause, action: string, given: Guard = []): Ternary {
  const target = literal(action);
  return matchesClause(clause, given, (value) => coversIgnoringCase(value, target));
}

/**
 * Whether `Resource` or `NotResource` covers everything that `resource` may stand for. `*` as a resource is an action's that
 * takes none: an ARN may or may not match it.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchesResource(clause: Clause, resource: SymbolicString, options: MatchOptions = {}): Ternary {
  const { canonical = (value) => value, given = [] } = options;
  const target = canonical(resource);
  return matchesClause(clause, given, (value) => coversArn(canonical(value), target));
}

function matchesClause(clause: Clause, given: Guard, test: (value: SymbolicString) => Ternary): Ternary {
  const answer = anyValue(clause, given, ({ value }) => test(value));
  return clause.negated ? not(answer) : answer;
}

/** Whether one of the values passes the test; a list that may hold more than can be seen never says `no`. */
export function anyValue<T extends PolicyValue>(
  list: { readonly values: readonly T[]; readonly complete: boolean },
  given: Guard,
  test: (value: T) => Ternary,
): Ternary {
  let best: Ternary = list.complete ? 'no' : 'unknown';
  for (const value of list.values) {
    const exists = existsGiven(value.guard, given);
    const answer = exists === 'no' ? exists : every([exists, test(value)]);
    if (answer === 'yes') return answer;
    if (answer === 'unknown') best = answer;
  }
  return best;
}
