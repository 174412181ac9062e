import type { ConditionTest, Statement } from '../../iam/index.ts';
import { child, type ScalarNode } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';
import { isIn, type Spot, wordSpan } from './spot.ts';

/** An operator in a `Condition`: `StringEquals`, `ForAnyValue:ArnLikeIfExists`. */
export interface OperatorEntity {
  readonly kind: 'operator';
  /** As written. */
  readonly operator: string;
  readonly span: Span;
}

/** A condition key in a `Condition`: `aws:SourceAccount`. */
export interface ConditionKeyEntity {
  readonly kind: 'condition-key';
  /** As written. */
  readonly key: string;
  readonly statement: Statement;
  readonly span: Span;
}

/** A value that a condition compares with. */
export interface ConditionValueEntity {
  readonly kind: 'condition-value';
  readonly test: ConditionTest;
  readonly statement: Statement;
  readonly span: Span;
}

export function conditionAt(spot: Spot): OperatorEntity | ConditionKeyEntity | ConditionValueEntity | undefined {
  const { statement, node } = spot;
  if (!statement || !isIn(spot, child(statement.node, 'Condition'))) return undefined;
  const test = statement.conditions.find((one) => one.keyNode === node || isIn(spot, one.node));
  if (test?.keyNode === node) return { kind: 'condition-key', key: test.key, statement, span: wordSpan(node) };
  if (test && node.kind === 'scalar') return { kind: 'condition-value', test, statement, span: wordSpan(node) };
  const operator = operatorAt(spot, statement);
  return operator && { kind: 'operator', operator: operator.text, span: wordSpan(operator) };
}

/** Also an operator that has no keys yet. */
function operatorAt({ node, parent, entry }: Spot, statement: Statement): ScalarNode | undefined {
  const known = statement.conditions.find(({ operatorNode }) => operatorNode === node);
  if (known) return known.operatorNode;
  return entry && parent === child(statement.node, 'Condition') ? entry.key : undefined;
}
