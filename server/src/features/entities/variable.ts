import { type Span, touches } from '../../text/span.ts';
import { isIn, type Spot } from './spot.ts';

/** A policy variable: `${aws:username}`. */
export interface VariableEntity {
  readonly kind: 'variable';
  /** The condition key that it is filled in from: `aws:username`. */
  readonly name: string;
  /** What stands in for a request without the key: `${aws:PrincipalTag/team, 'none'}`. */
  readonly fallback: string | undefined;
  readonly span: Span;
}

/** One colon tells a condition key from a pseudo parameter (`AWS::Region`); `${!aws:username}` is how `Fn::Sub` leaves one alone. */
const VARIABLE = /\$\{!?\s*([^{}:,!]*:[^{}:,][^{},]*)(?:,\s*'([^']*)'\s*)?\}/g;

export function variableAt(spot: Spot): VariableEntity | undefined {
  const { node, statement, offset } = spot;
  if (node.kind !== 'scalar' || !statement || isIn(spot, statement.actions?.node)) return undefined;
  for (const found of node.text.matchAll(VARIABLE)) {
    const span = node.spanOf(found.index, found.index + found[0].length);
    if (!touches(span, offset)) continue;
    return { kind: 'variable', name: (found[1] ?? '').trim(), fallback: found[2], span };
  }
  return undefined;
}
