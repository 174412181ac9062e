import {
  both,
  covers,
  coversIgnoringCase,
  every,
  type Guard,
  knownText,
  lowerCased,
  not,
  type SymbolicString,
  type Ternary,
} from '../symbolic/index.ts';
import { coversArn, fieldCount, withOpenStart, withVariables } from './arnMatch.ts';
import { anyValue, existsGiven, type MatchOptions } from './clauses.ts';
import type { ConditionTest, Statement } from './policy.ts';

/** What a request carries, by condition key in lower case. A key that is not in the map may or may not be in the request. */
export type RequestContext = ReadonlyMap<string, SymbolicString | 'absent'>;

/**
 * Whether all conditions of the statement hold for the request; `unknown` for whatever the context does not tell.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionsHold(statement: Statement, context: RequestContext, options: MatchOptions = {}): Ternary {
  const answers = statement.conditions.map((test) => testHolds(test, context, options));
  return every(statement.conditionsComplete ? answers : [...answers, 'unknown']);
}

function testHolds(test: ConditionTest, context: RequestContext, options: MatchOptions): Ternary {
  const exists = existsGiven(test.guard, options.given ?? []);
  if (exists === 'no') return 'yes';
  const answer = answerOf(test, context.get(test.key.toLowerCase()), options);
  return exists === 'yes' || answer === 'yes' ? answer : 'unknown';
}

function answerOf(test: ConditionTest, value: SymbolicString | 'absent' | undefined, options: MatchOptions): Ternary {
  const { canonical = (one) => one, given = [] } = options;
  const operator = parseOperator(test.operator);
  if (!operator || value === undefined) return 'unknown';
  if (operator.name === 'Null') return nullHolds(test, value, given);
  if (value === 'absent') return withoutValue(operator);
  const compare = COMPARISONS[operator.name];
  if (!compare) return 'unknown';
  const actual = canonical(value);
  const answer = anyValue(test, given, (expected) => compare(withVariables(canonical(expected.value)), actual));
  return operator.negated ? not(answer) : answer;
}

/** A condition operator taken apart. */
export interface Operator {
  /** Without `Not`, the set operator and `IfExists`. */
  readonly name: string;
  readonly negated: boolean;
  readonly set: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly ifExists: boolean;
}

const OPERATOR = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/;
const NEGATED = /^(String|Arn|Numeric|Date)Not(Equals|EqualsIgnoreCase|Like)$|^Not(IpAddress)$/;

/** The parts of an operator as written; `undefined` for what is none. Letter case counts here. */
export function parseOperator(written: string): Operator | undefined {
  const [, set, full, ifExists] = OPERATOR.exec(written) ?? [];
  if (full === undefined) return undefined;
  const negated = NEGATED.exec(full);
  const name = negated ? (negated[3] ?? `${negated[1] ?? ''}${negated[2] ?? ''}`) : full;
  if (name !== 'Null' && !KNOWN_OPERATORS.has(name)) return undefined;
  return {
    name,
    negated: negated !== null,
    set: set === 'ForAllValues' || set === 'ForAnyValue' ? set : undefined,
    ifExists: ifExists !== undefined,
  };
}

/** `Null: true` asks for a request without the key. */
function nullHolds(test: ConditionTest, value: SymbolicString | 'absent', given: Guard): Ternary {
  return anyValue(test, given, (expected) => {
    const wanted = knownText(expected.value)?.toLowerCase();
    if (wanted !== 'true' && wanted !== 'false') return 'unknown';
    return (wanted === 'true') === (value === 'absent') ? 'yes' : 'no';
  });
}

/** A request without the key fails every test but the negated ones, `…IfExists`, and "all values of none". */
function withoutValue({ negated, set, ifExists }: Operator): Ternary {
  if (set === 'ForAnyValue') return ifExists ? 'unknown' : 'no';
  return negated || ifExists || set === 'ForAllValues' ? 'yes' : 'no';
}

type Comparison = (expected: SymbolicString, actual: SymbolicString) => Ternary;

/** The comparisons that texts decide. */
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  StringEquals: equals,
  StringEqualsIgnoreCase: (expected, actual) => equals(lowerCased(expected), lowerCased(actual)),
  StringLike: coversText,
  ArnEquals: matchesArn,
  ArnLike: matchesArn,
  Bool: coversIgnoringCase,
};

const KNOWN_OPERATORS = new Set([
  ...Object.keys(COMPARISONS),
  'NumericEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'BinaryEquals',
  'IpAddress',
]);

/** Without wildcards: a star that was meant as one matches nothing that a request may carry, but that is not for us to say. */
function equals(expected: SymbolicString, actual: SymbolicString): Ternary {
  const hasWildcard = expected.parts.some((part) => part.kind === 'text' && /[*?]/.test(part.text));
  const answer = coversText(expected, actual);
  return hasWildcard ? both(answer, 'unknown') : answer;
}

/** A key's value may be an ARN, and so may a reference. */
function coversText(expected: SymbolicString, actual: SymbolicString): Ternary {
  return covers(withOpenStart(expected), withOpenStart(actual));
}

/** Both operators take wildcards and compare field by field, so that a pattern with fewer fields is not certain to match. */
function matchesArn(expected: SymbolicString, actual: SymbolicString): Ternary {
  const answer = coversArn(expected, actual);
  return answer === 'yes' && fieldCount(expected) < 6 ? 'unknown' : answer;
}
