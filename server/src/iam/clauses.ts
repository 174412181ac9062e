import {
  concat,
  contradicts,
  covers,
  coversIgnoringCase,
  either,
  every,
  follows,
  type Guard,
  literal,
  not,
  ofHole,
  type SymbolicString,
  some,
  type Ternary,
} from '../symbolic/index.ts';
import type { Clause, PolicyValue } from './policy.ts';

/** One spelling for what may be spelt in several ways; by default every string is its own. */
export type Canonical = (value: SymbolicString) => SymbolicString;

/** Whether something under a template condition exists where the `given` conditions are as they are. */
export function existsGiven(guard: Guard, given: Guard): Ternary {
  if (contradicts(guard, given) || contradicts(guard, guard)) return 'no';
  return follows(guard, given) ? 'yes' : 'unknown';
}

/**
 * Whether `Action` or `NotAction` matches an action, whatever their letter case.
 * @param given the template conditions that are known; a value under another one counts at most `unknown`
 */
export function matchesAction(clause: Clause, action: string, given: Guard = []): Ternary {
  const target = literal(action);
  return matchesClause(clause, given, (value) => coversIgnoringCase(value, target));
}

/**
 * Whether `Resource` or `NotResource` covers everything that `resource` may stand for. `*` as a resource is an action's that
 * takes none: an ARN may or may not match it.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchesResource(
  clause: Clause,
  resource: SymbolicString,
  options: { readonly canonical?: Canonical | undefined; readonly given?: Guard | undefined } = {},
): Ternary {
  const { canonical = (value) => value, given = [] } = options;
  const target = canonical(resource);
  return matchesClause(clause, given, (value) => coversResource(withVariables(canonical(value)), target));
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
  const answers = list.values.map((value) => {
    const exists = existsGiven(value.guard, given);
    return exists === 'no' ? exists : every([exists, test(value)]);
  });
  return some(list.complete ? answers : [...answers, 'unknown']);
}

function coversResource(pattern: SymbolicString, target: SymbolicString): Ternary {
  const [own, other] = samePartition(pattern, target);
  const completed = completeArn(own);
  return completed ? either([covers(own, other), covers(completed, other)]) : covers(own, other);
}

const POLICY_VARIABLE = /(\$\{[^}]*\})/;

/** The value with its policy variables (`${aws:username}`), which each request fills in, as holes. */
export function withVariables(value: SymbolicString): SymbolicString {
  const isPlain = value.parts.every((part) => part.kind === 'hole' || !part.text.includes('${'));
  if (isPlain) return value;
  const pieces = value.parts.flatMap((part) =>
    part.kind === 'hole' ? [ofHole(part.hole)] : part.text.split(POLICY_VARIABLE).map(variableOrText),
  );
  return concat(pieces, value.origin);
}

function variableOrText(piece: string, index: number): SymbolicString | string {
  return index % 2 === 1 ? ofHole({ kind: 'opaque', reason: 'a policy variable', key: piece.slice(2, -1) }) : piece;
}

const WRITTEN_PARTITION = /^arn:aws[a-z-]*:/;

/**
 * The two with one partition where one of them names it and the other takes the deployment's (`AWS::Partition`): who writes
 * `arn:aws:` deploys there.
 */
function samePartition(a: SymbolicString, b: SymbolicString): readonly [SymbolicString, SymbolicString] {
  if (hasOpenPartition(b)) return [withOpenPartition(a), b];
  return hasOpenPartition(a) ? [a, withOpenPartition(b)] : [a, b];
}

function hasOpenPartition({ parts: [start, partition, rest] }: SymbolicString): boolean {
  return (
    start?.kind === 'text' &&
    start.text === 'arn:' &&
    partition?.kind === 'hole' &&
    partition.hole.kind === 'pseudo' &&
    partition.hole.name === 'AWS::Partition' &&
    rest?.kind === 'text' &&
    rest.text.startsWith(':')
  );
}

function withOpenPartition(value: SymbolicString): SymbolicString {
  const [first, ...rest] = value.parts;
  const written = first?.kind === 'text' ? WRITTEN_PARTITION.exec(first.text)?.[0] : undefined;
  if (first?.kind !== 'text' || written === undefined) return value;
  const partition = ofHole({ kind: 'pseudo', name: 'AWS::Partition' });
  const behind = first.text.slice(written.length - 1);
  return concat(['arn:', partition, behind, { parts: rest, origin: value.origin }], value.origin);
}

/**
 * An ARN with fewer than six fields with the missing ones as `*`, as IAM completes it; `undefined` for any other value.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
function completeArn(value: SymbolicString): SymbolicString | undefined {
  const [first] = value.parts;
  const isArn = first?.kind === 'text' && first.text.startsWith('arn:');
  return isArn && fieldCount(value) < 6 ? concat([value, ':*'], value.origin) : undefined;
}

/** The fields of an ARN; not less than six where a hole may itself hold a colon. */
export function fieldCount({ parts }: SymbolicString): number {
  if (parts.some((part) => part.kind === 'hole' && part.hole.kind !== 'pseudo')) return 6;
  return parts.flatMap((part) => (part.kind === 'text' ? part.text.split(':').slice(1) : [])).length + 1;
}
