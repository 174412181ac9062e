import type { InvokePermission } from '../../lambda/index.ts';
import type { Span } from '../../text/span.ts';
import { type Spot, wordSpan } from './spot.ts';

/** A property of an `AWS::Lambda::Permission`, by its key. */
export interface PermissionPropertyEntity {
  readonly kind: 'permission-property';
  readonly name: string;
  readonly permission: InvokePermission;
  readonly span: Span;
}

export function permissionPropertyAt({ analysis, node, entry, resource }: Spot): PermissionPropertyEntity | undefined {
  if (resource?.type !== 'AWS::Lambda::Permission' || !entry || node.parent !== resource.properties) return undefined;
  const permission = analysis.permissions.permissions.find(
    ({ logicalId, origin }) => origin === 'template' && logicalId === resource.logicalId,
  );
  return permission && { kind: 'permission-property', name: entry.key.text, permission, span: wordSpan(node) };
}
