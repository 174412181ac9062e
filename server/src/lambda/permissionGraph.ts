import type { Template } from '../cloudformation/index.ts';
import { functionsOf } from './functions.ts';
import type { FunctionPermissions, InvokePermission, LambdaFunction, PermissionGraph, Trigger } from './model.ts';
import { coverageOf, needsOf } from './needs/index.ts';
import { invokersOf, permissionsOf } from './permissions/index.ts';
import { executionRoleOf, type RoleKnowledge } from './roles/index.ts';
import { triggersOf } from './triggers/index.ts';

export const NO_PERMISSIONS: PermissionGraph = { functions: [], permissions: [], strayTriggers: [] };

/** Who may invoke each function of the template, what each may do, and what is missing. */
export function permissionGraphOf(template: Template, knowledge: RoleKnowledge): PermissionGraph {
  const permissions = permissionsOf(template);
  const triggers = triggersOf(template);
  const functions = functionsOf(template);
  const known = new Set(functions.map(({ logicalId }) => logicalId));
  return {
    functions: functions.map((fn) => permissionsOfFunction(fn, { template, knowledge, permissions, triggers })),
    permissions,
    strayTriggers: triggers.filter(({ target }) => target.logicalId === undefined || !known.has(target.logicalId)),
  };
}

interface Context {
  readonly template: Template;
  readonly knowledge: RoleKnowledge;
  readonly permissions: readonly InvokePermission[];
  readonly triggers: readonly Trigger[];
}

function permissionsOfFunction(fn: LambdaFunction, { template, knowledge, permissions, triggers }: Context): FunctionPermissions {
  const role = executionRoleOf(fn, template, knowledge);
  return {
    fn,
    role,
    invokers: invokersOf(fn, { triggers, permissions, template, knowledge }),
    needs: coverageOf(needsOf(fn, template), role, template),
  };
}
