import { type Connector, connectorsOf } from '../../lambda/index.ts';
import { child, entryOf } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';
import { isAtEntry, isIn, type Spot, wordSpan } from './spot.ts';

/** A connector of SAM: by its name, or by the permissions it gives. */
export interface ConnectorEntity {
  readonly kind: 'connector';
  readonly connector: Connector;
  readonly span: Span;
}

export function connectorAt(spot: Spot): ConnectorEntity | undefined {
  const { analysis, resource, node, entry } = spot;
  const { template } = analysis;
  if (!template || !resource) return undefined;
  const isOwn = resource.type === 'AWS::Serverless::Connector';
  if (!isOwn && !isIn(spot, child(resource.node, 'Connectors'))) return undefined;
  const connector = connectorsOf(template).find((one) => {
    if (one.resource.logicalId !== resource.logicalId) return false;
    const permissions = entryOf(child(one.node, 'Properties'), 'Permissions');
    return entry?.value === one.node || isAtEntry(spot, permissions);
  });
  return connector && { kind: 'connector', connector, span: wordSpan(node) };
}
