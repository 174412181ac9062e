import type { Analysis } from '../../analysis/index.ts';
import { arnOf, type Resource, referencesIn, type Template } from '../../cloudformation/index.ts';
import type { Grant } from '../../lambda/index.ts';
import type { PolicySite } from '../../policies/index.ts';
import type { Target } from './resourceAsked.ts';

/** What the resource-based policies of this template say about a resource. */
export interface ResourcePolicies {
  readonly grants: readonly Grant[];
  /** False when they may say more than can be seen. */
  readonly complete: boolean;
}

/** The policies of the resource that a target is, or is a part of; of another resource nothing is known here. */
export function resourcePoliciesFor({ resource }: Target, { policies, template }: Analysis): ResourcePolicies {
  const own = resource && template ? policies.filter((site) => isOf(site, resource, template)) : [];
  return { grants: own.flatMap(grantsOf), complete: own.every(({ document }) => document.complete) };
}

function grantsOf({ document, owner, guard }: PolicySite): readonly Grant[] {
  const label = owner?.logicalId ?? '';
  return document.statements.map((statement) => ({ statement, source: 'inline-policy', label, guard }));
}

/** Whether the policy is the resource's own: it stands in it, or in a resource that is there to give it one. */
function isOf({ kind, owner }: PolicySite, resource: Resource, template: Template): boolean {
  if (kind !== 'resource' || !owner) return false;
  if (owner.logicalId === resource.logicalId) return true;
  if (arnOf(owner, template) || !owner.type.endsWith('Policy')) return false;
  const named = (owner.properties?.entries ?? []).flatMap(({ key, value }) =>
    /Policy|^Statement$/.test(key.text) ? [] : (value ?? []),
  );
  return named.some((node) => [...referencesIn(node)].some(({ name }) => name === resource.logicalId));
}
