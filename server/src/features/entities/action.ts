import { type ActionPlace, textSpan } from '../../analysis/index.ts';
import { evaluate, propertyAt } from '../../cloudformation/index.ts';
import { knownText } from '../../symbolic/index.ts';
import type { Span } from '../../text/span.ts';
import { isIn, type Spot } from './spot.ts';

/** The name of an action, a pattern for some, or a name that is taken for one. */
export interface ActionEntity {
  readonly kind: 'action';
  readonly place: ActionPlace;
  readonly span: Span;
}

export function actionAt(spot: Spot): ActionEntity | undefined {
  const place = inStatement(spot) ?? inPermission(spot);
  return place && { kind: 'action', place, span: place.span };
}

function inStatement(spot: Spot): ActionPlace | undefined {
  const { statement, site } = spot;
  const found = statement?.actions?.values.find(({ node }) => isIn(spot, node));
  const text = found && knownText(found.value);
  if (!found || !statement?.actions || text === undefined) return undefined;
  const { node } = found;
  const { negated } = statement.actions;
  return { text, span: textSpan(node, text), node, statement, site, negated, permission: undefined };
}

function inPermission(spot: Spot): ActionPlace | undefined {
  const { analysis, resource } = spot;
  const { template, permissions } = analysis;
  if (!template || resource?.type !== 'AWS::Lambda::Permission') return undefined;
  const node = propertyAt(template, resource, 'Action');
  const text = node && isIn(spot, node) ? knownText(evaluate(node, { template })) : undefined;
  if (!node || text === undefined) return undefined;
  const permission = permissions.permissions.find(({ logicalId }) => logicalId === resource.logicalId);
  return { text, span: textSpan(node, text), node, statement: undefined, site: undefined, negated: false, permission };
}
