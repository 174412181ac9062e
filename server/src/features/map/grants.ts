import type { FunctionPermissions, Grant } from '../../lambda/index.ts';
import type { MapGrant } from './model.ts';
import type { Written } from './scene.ts';

/** What grants something, each name once. */
export function toGrants(grants: readonly Grant[], owner: FunctionPermissions, written: Written): readonly MapGrant[] {
  const byLabel = new Map<string, MapGrant>();
  for (const grant of grants) if (!byLabel.has(grant.label)) byLabel.set(grant.label, toGrant(grant, owner, written));
  return [...byLabel.values()];
}

/** A policy of AWS's or SAM's is shown where it is named: in the role, or in the function that SAM makes the role for. */
export function toGrant({ statement, label, source }: Grant, { fn, role }: FunctionPermissions, written: Written): MapGrant {
  const implicit = source === 'sam-implicit' || source === 'sam-connector';
  const holder = role.resource ?? fn.resource;
  return { label, implicit, span: written(statement) ? statement.span : implicit ? undefined : holder.nameSpan };
}
