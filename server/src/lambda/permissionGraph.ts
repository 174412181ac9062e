import type { Resource, Template } from '../cloudformation/index.ts';
import { documentFact, fact, factGiven, grouped, sameEntries, sameItems } from '../incremental/facts.ts';
import { functionAt, functionsOf } from './functions.ts';
import type { FunctionPermissions, PermissionGraph, Trigger } from './model.ts';
import { coverageOf, needsOf } from './needs/index.ts';
import { invokersOf, permissionsAt, permissionsOf } from './permissions/index.ts';
import { executionRoleOf, type RoleKnowledge } from './roles/index.ts';
import { triggersOf } from './triggers/index.ts';

export const NO_PERMISSIONS: PermissionGraph = { functions: [], permissions: [], strayTriggers: [] };

/** Who may invoke each function of the template, what each may do, and what is missing. Worked out as far as it is asked for. */
export function permissionGraphOf(template: Template, knowledge: RoleKnowledge): PermissionGraph {
  return {
    get functions() {
      return permissionsOfFunctions(template, template.lineage, knowledge);
    },
    get permissions() {
      return permissionsOf(template);
    },
    get strayTriggers() {
      return strayTriggers(template);
    },
  };
}

/** The part of the graph that one resource has to do with: itself as a function, as a permission, as a trigger of functions elsewhere. */
export function permissionGraphAt(template: Template, resource: Resource, knowledge: RoleKnowledge): PermissionGraph {
  return {
    get functions() {
      return functionIds(template).has(resource.logicalId) ? [permissionsOfFunction(template, resource, knowledge)] : [];
    },
    get permissions() {
      return permissionsAt(template, resource);
    },
    get strayTriggers() {
      return strayTriggersAt(template, resource);
    },
  };
}

const permissionsOfFunctions = factGiven(
  (template: Template, _lineage: object, knowledge: RoleKnowledge): readonly FunctionPermissions[] =>
    functionsOf(template).map(({ resource }) => permissionsOfFunction(template, resource, knowledge)),
  sameItems,
);

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

const functionIds = documentFact(
  (template: Template): ReadonlyMap<string, true> => new Map(functionsOf(template).map(({ logicalId }) => [logicalId, true])),
  sameEntries,
);

const strayTriggers = documentFact((template: Template): readonly Trigger[] => {
  const known = functionIds(template);
  return triggersOf(template).filter(({ target }) => target.logicalId === undefined || !known.has(target.logicalId));
}, sameItems);

const strayTriggersAt = fact(
  (template: Template, resource: Resource): readonly Trigger[] => straysByResource(template).get(resource) ?? [],
  sameItems,
);

const straysByResource = documentFact((template: Template) => grouped(strayTriggers(template), (trigger) => trigger.resource));
