import type { Template } from '../../cloudformation/index.ts';
import type { InvokePermission } from '../model.ts';
import { samPermissions } from '../sam/index.ts';
import { templatePermissions } from './template.ts';

export { invokersOf } from './coverage.ts';
export { URL_ACTIONS } from './functionUrl.ts';

/**
 * Every statement of functions' resource-based policies that exists after deployment: the template's own, and those that SAM makes behind
 * the resource they come from.
 */
export function permissionsOf(template: Template): readonly InvokePermission[] {
  const behind = new Map<string, InvokePermission[]>();
  for (const permission of [...templatePermissions(template), ...samPermissions(template)]) {
    const id = permission.resource.logicalId;
    const earlier = behind.get(id);
    if (earlier) earlier.push(permission);
    else behind.set(id, [permission]);
  }
  return [...template.resources.keys()].flatMap((id) => behind.get(id) ?? []);
}
