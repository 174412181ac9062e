export { boundaryOf } from './boundary.ts';
export type { RoleContents } from './contents.ts';
export { executionRoleOf, grantsOfRole } from './executionRole.ts';
export type { RoleKnowledge } from './knowledge.ts';
export { publishedPolicyName } from './managedPolicies.ts';
export { contentsOf } from './roleContents.ts';
export { type RoleReference, roleNamedBy, rolesOf } from './roleReference.ts';
export { boundParameters, policyTemplateStatements } from './samPolicies.ts';
export { referenceTrusts, roleTrusts } from './trust.ts';
