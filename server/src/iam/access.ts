import { conjoin, every, type Guard, type SymbolicString, type Ternary } from '../symbolic/index.ts';
import { existsGiven, type MatchOptions, matchesAction, matchesResource } from './clauses.ts';
import { conditionsHold, type RequestContext } from './conditions.ts';
import type { Statement } from './policy.ts';
import { matchesPrincipal, type Requester } from './principals.ts';

/** What is asked of a set of statements. `given`: the template conditions under which the request is made. */
export interface AccessRequest extends MatchOptions {
  /** `sqs:ReceiveMessage`; no wildcards. */
  readonly action: string;
  /** Canonical, `*` for an action that takes no resource. Absent: the statements' resources do not matter (trust policies). */
  readonly resource?: SymbolicString | undefined;
  /** What is known of the request's condition keys. */
  readonly context?: RequestContext | undefined;
  /** Absent: the statements are the requester's own (identity policies), so their principals do not matter. */
  readonly principal?: Requester | undefined;
}

export interface Decision<T> {
  /** `missing`: nothing allows it, for certain. */
  readonly verdict: 'granted' | 'denied' | 'missing' | 'unknown';
  /** What allows or denies it; with `unknown` all that perhaps do. */
  readonly by: readonly T[];
}

/** A statement and where it comes from; `guard` adds to the statement's own. */
export interface Guarded {
  readonly statement: Statement;
  readonly guard: Guard;
}

/**
 * Whether the statements together let the request through. An explicit Deny wins over every Allow. Each template condition that
 * matters is tried both ways, so that two grants of which one always exists are a grant.
 */
export function decide<T extends Guarded>(items: readonly T[], request: AccessRequest): Decision<T> {
  const given = request.given ?? [];
  const matches = matchesOf(items, request, given).filter(({ answer }) => answer !== 'no');
  const relevant = matches.map(({ item }) => item);
  const cases = casesOf(relevant, given);
  const decisions = cases.map((one) => decideCase(one === given ? matches : matchesOf(relevant, request, one)));
  return combine(relevant, decisions);
}

/** What a statement says of the request in one case. */
interface Match<T> {
  readonly item: T;
  readonly answer: Ternary;
}

function matchesOf<T extends Guarded>(items: readonly T[], request: AccessRequest, given: Guard): readonly Match<T>[] {
  return items.map((item) => ({ item, answer: matchesRequest(item, request, given) }));
}

/** Whether the statement, as it is or is not in a deployment where `given` holds, is about the request. */
function matchesRequest({ statement, guard }: Guarded, request: AccessRequest, given: Guard): Ternary {
  const { actions, resources, principals } = statement;
  const exists = existsGiven(conjoin(guard, statement.guard), given);
  if (exists === 'no') return exists;
  const action = actions ? matchesAction(actions, request.action, given) : 'unknown';
  if (action === 'no') return action;
  const options: MatchOptions = { canonical: request.canonical, given };
  return every([
    exists,
    action,
    request.resource ? (resources ? matchesResource(resources, request.resource, options) : 'unknown') : 'yes',
    request.principal ? (principals ? matchesPrincipal(principals, request.principal, options) : 'unknown') : 'yes',
    conditionsHold(statement, request.context ?? new Map(), options),
  ]);
}

function decideCase<T extends Guarded>(matches: readonly Match<T>[]): Decision<T> {
  const of = (...wanted: readonly { effect: Statement['effect']; answer: Ternary }[]): readonly T[] =>
    matches
      .filter((match) => wanted.some(({ effect, answer }) => match.item.statement.effect === effect && match.answer === answer))
      .map(({ item }) => item);
  const denies = of({ effect: 'Deny', answer: 'yes' });
  if (denies.length > 0) return { verdict: 'denied', by: denies };
  const allows = of({ effect: 'Allow', answer: 'yes' });
  const unclear = [{ effect: 'unknown', answer: 'yes' } as const, { effect: 'unknown', answer: 'unknown' } as const];
  const perhapsAllows = of({ effect: 'Allow', answer: 'unknown' }, ...unclear);
  const perhapsDenies = of({ effect: 'Deny', answer: 'unknown' }, ...unclear);
  if (allows.length > 0 && perhapsDenies.length === 0) return { verdict: 'granted', by: allows };
  if (allows.length + perhapsAllows.length === 0) return { verdict: 'missing', by: [] };
  return { verdict: 'unknown', by: [...allows, ...perhapsAllows, ...perhapsDenies] };
}

/** One verdict for all cases, when they agree. */
function combine<T>(items: readonly T[], decisions: readonly Decision<T>[]): Decision<T> {
  const verdicts = new Set(decisions.map(({ verdict }) => verdict));
  const [only] = verdicts;
  const by = new Set(decisions.flatMap((decision) => decision.by));
  return { verdict: verdicts.size === 1 && only !== undefined ? only : 'unknown', by: items.filter((item) => by.has(item)) };
}

/** More conditions than this in one decision are left unknown. */
const MOST_CONDITIONS = 5;

/** The given conditions together with every way in which the others may turn out. */
function casesOf(items: readonly Guarded[], given: Guard): readonly Guard[] {
  const known = new Set(given.map(({ condition }) => condition));
  const open = [...new Set(items.flatMap(conditionsOf))].filter((condition) => !known.has(condition));
  if (open.length > MOST_CONDITIONS) return [given];
  return open.reduce<readonly Guard[]>(
    (cases, condition) => cases.flatMap((one) => [true, false].map((holds) => [...one, { condition, holds }])),
    [given],
  );
}

/** The template conditions that a statement hangs on. */
function conditionsOf({ statement, guard }: Guarded): readonly string[] {
  const { actions, resources, principals, conditions } = statement;
  const values = [
    ...(actions?.values ?? []),
    ...(resources?.values ?? []),
    ...(principals?.principals ?? []),
    ...conditions,
    ...conditions.flatMap((test) => test.values),
  ];
  return [guard, statement.guard, ...values.map((value) => value.guard)].flat().map(({ condition }) => condition);
}
