import { type Analysis, textSpan } from '../../analysis/index.ts';
import { type ConditionTest, type Operator, type PolicyValue, parseOperator } from '../../iam/index.ts';
import { onceFor } from '../../incremental/once.ts';
import { knownText } from '../../symbolic/index.ts';
import type { ScalarNode } from '../../syntax/index.ts';
import { replaceText } from '../../syntax/write/index.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
import { type PlacedStatement, statementsOf } from './policyWalk.ts';

/** One key of one operator in a statement's `Condition`. */
export interface PlacedTest extends PlacedStatement {
  readonly test: ConditionTest;
  /** Taken apart; `undefined` when there is no such operator. */
  readonly operator: Operator | undefined;
}

/** Every test of every condition, in any letter case of its operator. */
export const conditionTestsOf: (analysis: Analysis) => readonly PlacedTest[] = onceFor((analysis) => [
  ...eachConditionTestsOf(analysis),
]);

function* eachConditionTestsOf(analysis: Analysis): Generator<PlacedTest> {
  for (const placed of statementsOf(analysis)) {
    for (const test of placed.statement.conditions) yield { ...placed, test, operator: operatorOf(test.operator) };
  }
}

/** A value that a test compares with, as far as it is a text of which everything is known. */
export interface TestValue {
  readonly text: string;
  readonly span: Span;
  readonly value: PolicyValue;
}

/** The values of a test that are written out: no variables of the template or of the policy in them. */
export function literalValues({ values }: ConditionTest): readonly TestValue[] {
  return values.flatMap((value) => {
    const text = knownText(value.value);
    return text === undefined || text.includes('${') ? [] : [{ text, span: textSpan(value.node, text), value }];
  });
}

/** Whether every value of the test is written out. */
export function isAllLiteral(test: ConditionTest): boolean {
  return test.complete && literalValues(test).length === test.values.length;
}

/** Whether the key is the given one; the letter case of keys does not count. */
export function isKey(test: ConditionTest, key: string): boolean {
  return test.key.toLowerCase() === key.toLowerCase();
}

/** What a condition operator compares. */
export type OperatorFamily = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IpAddress' | 'Arn' | 'Null';

export function familyOf({ name }: Operator): OperatorFamily | undefined {
  return FAMILIES.find((family) => name.startsWith(family));
}

const FAMILIES: readonly OperatorFamily[] = ['String', 'Numeric', 'Date', 'Bool', 'Binary', 'IpAddress', 'Arn', 'Null'];

/** The operators without set operators and `IfExists`. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const OPERATOR_NAMES: readonly string[] = [
  ...['Equals', 'NotEquals', 'EqualsIgnoreCase', 'NotEqualsIgnoreCase', 'Like', 'NotLike'].map((name) => `String${name}`),
  ...['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].flatMap((name) => [
    `Numeric${name}`,
    `Date${name}`,
  ]),
  ...['Equals', 'NotEquals', 'Like', 'NotLike'].map((name) => `Arn${name}`),
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'Null',
];

const SPELLINGS: ReadonlyMap<string, string> = new Map(OPERATOR_NAMES.map((name) => [name.toLowerCase(), name]));
const PIECES = /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/i;

/** IAM takes operators in any letter case. */
function operatorOf(written: string): Operator | undefined {
  const [, set, name = '', ifExists] = PIECES.exec(written) ?? [];
  const spelling = SPELLINGS.get(name.toLowerCase());
  if (spelling === undefined) return undefined;
  const prefix = set === undefined ? '' : set.toLowerCase() === 'forallvalues' ? 'ForAllValues:' : 'ForAnyValue:';
  return parseOperator(`${prefix}${spelling}${ifExists === undefined ? '' : 'IfExists'}`);
}

/**
 * The fix that gives an operator another name. None where the other one stands beside it already, or where the operator has keys
 * besides this one that the new name would not suit.
 *
 * @param suitsAll whether the new name is right for every key of the operator
 */
export function renameOperatorFixes(
  { test, statement }: PlacedStatement & { readonly test: ConditionTest },
  name: string,
  suitsAll: boolean,
): readonly Fix[] {
  const { operatorNode } = test;
  const others = statement.conditions.filter((other) => other !== test);
  if (others.some(({ operator }) => operator.toLowerCase() === name.toLowerCase())) return [];
  if (!suitsAll && others.some((other) => other.operatorNode === operatorNode)) return [];
  return [renameFix(operatorNode, name)];
}

/** Writes another name in the place of an operator or a key. */
export function renameFix(node: ScalarNode, name: string): Fix {
  return { title: `Replace with ${name}`, preferred: true, edits: [replaceText(node, 0, node.text.length, name)] };
}

/** The operator as it is usually written. */
export function spellingOf(operator: Operator, changes: Partial<Operator> = {}): string {
  const { name, negated, set, ifExists } = { ...operator, ...changes };
  const full = !negated ? name : name === 'IpAddress' ? 'NotIpAddress' : name.replace(/^(String|Numeric|Date|Arn)/, '$1Not');
  return `${set === undefined ? '' : `${set}:`}${full}${ifExists ? 'IfExists' : ''}`;
}
