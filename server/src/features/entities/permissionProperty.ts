import type { InvokePermission } from '../../lambda/index.ts';
import type { Span } from '../../text/span.ts';
import { propertyEntryAt, type Spot, wordSpan } from './spot.ts';

/** A property of an `AWS::Lambda::Permission`, by its key or its value. */
export interface PermissionPropertyEntity {
  readonly kind: 'permission-property';
  readonly name: string;
  readonly permission: InvokePermission;
  readonly span: Span;
}

export function permissionPropertyAt(spot: Spot): PermissionPropertyEntity | undefined {
  const { analysis, node, resource } = spot;
  const entry = resource?.type === 'AWS::Lambda::Permission' ? propertyEntryAt(spot) : undefined;
  if (!entry) return undefined;
  const permission = analysis.permissions.permissions.find(
    ({ logicalId, origin }) => origin === 'template' && logicalId === resource?.logicalId,
  );
  return permission && { kind: 'permission-property', name: entry.key.text, permission, span: wordSpan(node) };
}
