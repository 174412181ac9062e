import { type Analysis, textSpan } from '../../analysis/index.ts';
import { evaluate, propertyAt } from '../../cloudformation/index.ts';
import type { Principal, PrincipalClause } from '../../iam/index.ts';
import { onceFor } from '../../incremental/once.ts';
import { display, knownText, type SymbolicString } from '../../symbolic/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';
import type { Subject } from '../rule.ts';
import { writtenPermissions } from './permissions.ts';
import { type PlacedStatement, policySubject, statementsOf } from './policyWalk.ts';

/** A principal of a statement. */
export interface PlacedPrincipal extends PlacedStatement {
  readonly clause: PrincipalClause;
  readonly principal: Principal;
}

/** Every principal of every policy that may have some. */
export const principalsOf: (analysis: Analysis) => readonly PlacedPrincipal[] = onceFor((analysis) => [
  ...eachPrincipalsOf(analysis),
]);

function* eachPrincipalsOf(analysis: Analysis): Generator<PlacedPrincipal> {
  for (const placed of statementsOf(analysis)) {
    const clause = placed.statement.principals;
    if (!clause || placed.site.kind === 'identity') continue;
    for (const principal of clause.principals) yield { ...placed, clause, principal };
  }
}

/** The text of a principal that is written out; no variables of a template or a policy in it. */
export function principalText({ principal: { value } }: PlacedPrincipal): string | undefined {
  const text = knownText(value);
  return text === undefined || text === '' || text.includes('${') ? undefined : text;
}

/** The characters of a principal, without quotes. */
export function principalSpan({ principal: { value, node } }: PlacedPrincipal): Span {
  return textSpan(node, knownText(value) ?? '');
}

/** A place where a service is let in: a policy, or a Lambda permission. */
export interface ServicePlace {
  readonly value: SymbolicString;
  readonly node: SyntaxNode;
  readonly subject: Subject;
}

/** Every service principal that the author wrote. */
export function* servicePlacesOf(analysis: Analysis): Generator<ServicePlace> {
  for (const { principal, site } of principalsOf(analysis)) {
    if (principal.type === 'Service') yield { value: principal.value, node: principal.node, subject: policySubject(site) };
  }
  const { template } = analysis;
  for (const permission of writtenPermissions(analysis)) {
    const node = template && propertyAt(template, permission.resource, 'Principal');
    const value = node && evaluate(node, { template });
    if (!value || !DOMAIN.test(display(value))) continue;
    yield { value, node, subject: { permission: permission.logicalId, principal: display(value) } };
  }
}

/** What is neither an account nor an ARN nor everybody. */
const DOMAIN = /^[a-z][^:*/]*\.[^:*/]+(?:\$\{AWS::\w+\}[^:*/]*)*$/i;
