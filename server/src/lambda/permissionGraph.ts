import type { Resource, Template } from '../cloudformation/index.ts';
import { documentFact, factGiven, grouped, lookup, sameEntries, sameItems } from '../incremental/facts.ts';
import { functionAt, functionsOf } from './functions.ts';
import type { FunctionPermissions, InvokePermission, PermissionGraph, Trigger } from './model.ts';
import { coverageOf, needsOf } from './needs/index.ts';
import { invokersOf, permissionsAbout, permissionsAt, permissionsOf } from './permissions/index.ts';
import { executionRoleOf, type RoleKnowledge } from './roles/index.ts';
import { triggersAt, triggersOf } from './triggers/index.ts';

export const NO_PERMISSIONS: PermissionGraph = { functions: [], permissions: [], strayTriggers: [] };

/** The permissions of a whole template, to look single things up in: whoever asks for one of them does not depend on the others. */
export interface PermissionIndex {
  /** All functions, for whoever compares them with each other. */
  readonly functions: () => readonly FunctionPermissions[];
  /** A function by its logical id; `undefined` where no function of the template has it. */
  readonly functionOf: (logicalId: string) => FunctionPermissions | undefined;
  /** The permissions that name a function, and those that name what cannot be told. */
  readonly permissionsAbout: (logicalId: string) => readonly InvokePermission[];
  /** What has functions called from a resource. */
  readonly triggersAt: (resource: Resource) => readonly Trigger[];
}

export const NO_PERMISSION_INDEX: PermissionIndex = {
  functions: () => [],
  functionOf: () => undefined,
  permissionsAbout: () => [],
  triggersAt: () => [],
};

export function permissionIndexOf(template: Template, knowledge: RoleKnowledge): PermissionIndex {
  return {
    functions: () => permissionsOfFunctions(template, template.lineage, knowledge),
    functionOf: (logicalId) => {
      const resource = functionIds(template).has(logicalId) ? template.resources.get(logicalId) : undefined;
      return resource && permissionsOfFunction(template, resource, knowledge);
    },
    permissionsAbout: (logicalId) => {
      const resource = template.resources.get(logicalId);
      return resource ? permissionsAbout(template, resource) : [];
    },
    triggersAt: (resource) => triggersAt(template, resource),
  };
}

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

const strayTriggersAt = lookup(
  (template: Template, resource: Resource): readonly Trigger[] => straysByResource(template).get(resource) ?? [],
  sameItems,
);

const straysByResource = documentFact((template: Template) => grouped(strayTriggers(template), (trigger) => trigger.resource));
