import type { Resource } from '../cloudformation/index.ts';
import type { PolicyDocument } from '../iam/index.ts';
import type { Guard } from '../symbolic/index.ts';

/**
 * What a policy is for, from where it stands. `execution-role` is an identity policy of a role that Lambda assumes; it is told apart
 * from `identity` by the lambda floor.
 */
export type PolicyKind = 'identity' | 'resource' | 'trust' | 'boundary' | 'service-control' | 'resource-control' | 'unknown';

/** A policy document and where it stands. */
export interface PolicySite {
  readonly kind: PolicyKind;
  readonly document: PolicyDocument;
  /** The resource whose property holds the policy; `undefined` in a policy file. */
  readonly owner: Resource | undefined;
  /** The property's path below `Properties`: `Policies.0.PolicyDocument`; empty in a policy file. */
  readonly property: string;
  /** The conditions under which the policy exists. */
  readonly guard: Guard;
}

/**
 * The kind of an organization's policy by its type; only these two are IAM policies.
 * Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_PolicySummary.html
 */
export function kindOfOrganizationPolicy(type: string | undefined): PolicyKind {
  if (type === 'SERVICE_CONTROL_POLICY') return 'service-control';
  return type === 'RESOURCE_CONTROL_POLICY' ? 'resource-control' : 'unknown';
}
