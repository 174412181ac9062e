import type { Analysis } from '../../../analysis/index.ts';
import type { Template } from '../../../cloudformation/index.ts';
import { type ExecutionRole, type FunctionPermissions, grantsOfRole } from '../../../lambda/index.ts';
import { executionRoleToExtend, type RoleToExtend } from '../../../rules/support/grantFix.ts';

/** A role of a template, with what decides whether it allows something. */
export interface HeldRole extends RoleToExtend, Pick<ExecutionRole, 'complete' | 'boundary'> {}

/** A role, and the functions that run with it. */
export interface RoleInUse {
  readonly role: HeldRole;
  readonly functions: readonly FunctionPermissions[];
}

const ROLE: ReadonlySet<string> = new Set(['AWS::IAM::Role']);

/** Every role of the template, those included that SAM makes. */
export function rolesIn(analysis: Analysis, template: Template): ReadonlyMap<string, RoleInUse> {
  const found = new Map<string, RoleInUse>();
  for (const owner of analysis.permissions.functions) {
    const role = heldBy(owner);
    if (role) found.set(role.logicalId, { role, functions: [...(found.get(role.logicalId)?.functions ?? []), owner] });
    for (const { callerRole } of owner.invokers) {
      // What else a role that SAM makes for a state machine holds is not known here.
      const isNew = callerRole?.origin === 'sam' && !found.has(callerRole.logicalId);
      if (callerRole && isNew) found.set(callerRole.logicalId, { role: { ...callerRole, complete: false }, functions: [] });
    }
  }
  for (const resource of template.ofTypes(ROLE)) {
    const { logicalId } = resource;
    if (found.has(logicalId)) continue;
    const { grants, complete } = grantsOfRole(resource, template, analysis.knowledge);
    found.set(logicalId, { role: { logicalId, owner: resource, origin: 'template', grants, complete }, functions: [] });
  }
  return found;
}

/** The execution role of a function; `undefined` for one that is not of the template. */
export function heldBy(owner: FunctionPermissions): HeldRole | undefined {
  const role = executionRoleToExtend(owner);
  return role && { ...role, complete: owner.role.complete, boundary: owner.role.boundary };
}
