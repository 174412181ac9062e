import type { Resource, Template } from '../../cloudformation/index.ts';
import { documentFact, grouped, lookup, sameItems } from '../../incremental/facts.ts';
import type { InvokePermission } from '../model.ts';
import { samPermissions } from '../sam/index.ts';
import { templatePermissions } from './template.ts';

/**
 * Every statement of functions' resource-based policies that exists after deployment: the template's own, and those that SAM makes behind
 * the resource they come from.
 */
export const permissionsOf = documentFact((template: Template): readonly InvokePermission[] => {
  const all = [...templatePermissions(template), ...samPermissions(template)];
  const behind = grouped(all, ({ resource }) => resource.logicalId);
  return [...template.resources.keys()].flatMap((id) => behind.get(id) ?? []);
}, sameItems);

/** Those that are a resource, or that SAM makes for one. */
export const permissionsAt = lookup(
  (template: Template, resource: Resource): readonly InvokePermission[] => byResource(template).get(resource) ?? [],
  sameItems,
);

const byResource = documentFact((template: Template) => grouped(permissionsOf(template), ({ resource }) => resource));

/** Those that may be about a function: the ones that name it, and the ones that name what cannot be told. */
export const permissionsAbout = lookup((template: Template, fn: Resource): readonly InvokePermission[] => {
  const about = byFunction(template);
  const [own, unknown] = [about.get(fn.logicalId) ?? [], about.get(undefined)];
  if (!unknown) return own;
  return permissionsOf(template).filter(({ target: { logicalId } }) => logicalId === undefined || logicalId === fn.logicalId);
}, sameItems);

const byFunction = documentFact((template: Template) => grouped(permissionsOf(template), ({ target }) => target.logicalId));
