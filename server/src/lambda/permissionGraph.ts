import type { Resource, Template } from '../cloudformation/index.ts';
import { documentFact, factGiven, sameItems } from '../incremental/facts.ts';
import { functionAt, functionsOf } from './functions.ts';
import type { FunctionPermissions, PermissionGraph, Trigger } from './model.ts';
import { coverageOf, needsOf } from './needs/index.ts';
import { invokersOf, permissionsOf } from './permissions/index.ts';
import { executionRoleOf, type RoleKnowledge } from './roles/index.ts';
import { triggersOf } from './triggers/index.ts';

export const NO_PERMISSIONS: PermissionGraph = { functions: [], permissions: [], strayTriggers: [] };

/** Who may invoke each function of the template, what each may do, and what is missing. */
export function permissionGraphOf(template: Template, knowledge: RoleKnowledge): PermissionGraph {
  return {
    functions: functionsOf(template).map(({ resource }) => permissionsOfFunction(template, resource, knowledge)),
    permissions: permissionsOf(template),
    strayTriggers: strayTriggers(template),
  };
}

const permissionsOfFunction = factGiven(
  (template: Template, resource: Resource, knowledge: RoleKnowledge): FunctionPermissions => {
    const fn = functionAt(template, resource);
    const role = executionRoleOf(fn, template, knowledge);
    return {
      fn,
      role,
      invokers: invokersOf({ fn, template, knowledge }),
      needs: coverageOf(needsOf(fn, template), role, template),
    };
  },
);

const strayTriggers = documentFact((template: Template): readonly Trigger[] => {
  const known = new Set(functionsOf(template).map(({ logicalId }) => logicalId));
  return triggersOf(template).filter(({ target }) => target.logicalId === undefined || !known.has(target.logicalId));
}, sameItems);
