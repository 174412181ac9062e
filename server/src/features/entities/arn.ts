import { textSpan } from '../../analysis/index.ts';
import { evaluate, propertyAt } from '../../cloudformation/index.ts';
import type { Statement } from '../../iam/index.ts';
import type { PolicySite } from '../../policies/index.ts';
import { knownText, type SymbolicString } from '../../symbolic/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';
import { isIn, type Spot } from './spot.ts';

/** The resource of a statement, or the source of a Lambda permission: an ARN, a pattern for some, or a reference that gives one. */
export interface ArnEntity {
  readonly kind: 'arn';
  readonly value: SymbolicString;
  /** The statement it is the resource of. */
  readonly statement: Statement | undefined;
  readonly site: PolicySite | undefined;
  readonly span: Span;
}

export function arnAt(spot: Spot): ArnEntity | undefined {
  return inStatement(spot) ?? inPermission(spot);
}

function inStatement(spot: Spot): ArnEntity | undefined {
  const { statement, site } = spot;
  const found = statement?.resources?.values.find(({ node }) => isIn(spot, node));
  return found && arnEntity(found.value, found.node, { statement, site });
}

function inPermission(spot: Spot): ArnEntity | undefined {
  const { resource, analysis } = spot;
  const { template } = analysis;
  if (!template || resource?.type !== 'AWS::Lambda::Permission') return undefined;
  const node = propertyAt(template, resource, 'SourceArn');
  return node && isIn(spot, node)
    ? arnEntity(evaluate(node, { template }), node, { statement: undefined, site: undefined })
    : undefined;
}

function arnEntity(value: SymbolicString, node: SyntaxNode, place: Pick<ArnEntity, 'statement' | 'site'>): ArnEntity {
  return { kind: 'arn', value, ...place, span: textSpan(node, knownText(value) ?? '') };
}
