import type { Resource, Template } from '../../cloudformation/index.ts';
import type { ExecutionRole, LambdaFunction } from '../model.ts';
import { boundaryOf } from './boundary.ts';
import { type RoleContents, together } from './contents.ts';
import type { RoleKnowledge } from './knowledge.ts';
import { contentsOf } from './roleContents.ts';
import { type RoleReference, rolesOf } from './roleReference.ts';

/** The role that a function runs with, and what it is known to hold. */
export function executionRoleOf(fn: LambdaFunction, template: Template, knowledge: RoleKnowledge): ExecutionRole {
  const references = rolesOf(fn.resource, template);
  const [first] = references;
  if (!first)
    return { origin: 'none', logicalId: undefined, resource: undefined, managedPolicies: [], grants: [], complete: false };
  const main = references.find(({ kind }) => kind === 'generated') ?? references.find(({ kind }) => kind === 'template') ?? first;
  return {
    origin: ORIGINS[main.kind],
    logicalId: main.kind === 'external' ? undefined : main.logicalId,
    resource: main.kind === 'template' ? main.resource : undefined,
    ...together(references.map((reference) => contentsOf(reference, template, knowledge))),
    boundary: boundaryOf(main, template, knowledge),
  };
}

const ORIGINS = { template: 'template', generated: 'sam', external: 'external' } as const satisfies Record<
  RoleReference['kind'],
  ExecutionRole['origin']
>;

/** The same for any role of the template, whoever acts with it. */
export function grantsOfRole(role: Resource, template: Template, knowledge: RoleKnowledge): RoleContents {
  const reference: RoleReference = { kind: 'template', logicalId: role.logicalId, resource: role, guard: [] };
  return contentsOf(reference, template, knowledge);
}
