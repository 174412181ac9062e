export { policySitesOfFile } from './policyFile.ts';
export { type PolicyProperty, policyPropertiesOf, typesWithPolicies } from './policyProperties.ts';
export type { PolicyKind, PolicySite } from './site.ts';
export { policySitesAt, policySitesOf } from './sites.ts';
