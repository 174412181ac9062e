import { textSpan } from '../../analysis/index.ts';
import { evaluate, propertyAt } from '../../cloudformation/index.ts';
import type { PrincipalClause, Statement } from '../../iam/index.ts';
import { knownText, type SymbolicString } from '../../symbolic/index.ts';
import type { Span } from '../../text/span.ts';
import { isIn, type Spot, wordSpan } from './spot.ts';

/** Somebody whom a resource-based policy, a trust policy or a Lambda permission names. */
export interface PrincipalEntity {
  readonly kind: 'principal';
  /** `AWS`, `Service`, `Federated`, `CanonicalUser` as written, `*` for everybody; empty in a Lambda permission, where the value tells. */
  readonly type: string;
  readonly value: SymbolicString;
  readonly statement: Statement | undefined;
  readonly span: Span;
}

/** The kind of a principal: the key `Service`. */
export interface PrincipalTypeEntity {
  readonly kind: 'principal-type';
  readonly type: string;
  readonly span: Span;
}

export function principalAt(spot: Spot): PrincipalEntity | PrincipalTypeEntity | undefined {
  const { statement } = spot;
  const clause = statement?.principals;
  if (!clause) return inPermission(spot);
  if (!isIn(spot, clause.node)) return undefined;
  return typeAt(spot, clause) ?? valueAt(spot, clause, statement);
}

function typeAt({ parent, entry }: Spot, clause: PrincipalClause): PrincipalTypeEntity | undefined {
  return entry && parent === clause.node
    ? { kind: 'principal-type', type: entry.key.text, span: wordSpan(entry.key) }
    : undefined;
}

function valueAt(spot: Spot, clause: PrincipalClause, statement: Statement): PrincipalEntity | undefined {
  const found = clause.principals.find(({ node }) => isIn(spot, node));
  if (!found) return undefined;
  const { type, value, node } = found;
  return { kind: 'principal', type, value, statement, span: textSpan(node, knownText(value) ?? '') };
}

function inPermission(spot: Spot): PrincipalEntity | undefined {
  const { template } = spot.analysis;
  if (!template || spot.resource?.type !== 'AWS::Lambda::Permission') return undefined;
  const node = propertyAt(template, spot.resource, 'Principal');
  if (!node || !isIn(spot, node)) return undefined;
  const value = evaluate(node, { template });
  return { kind: 'principal', type: '', value, statement: undefined, span: textSpan(node, knownText(value) ?? '') };
}
