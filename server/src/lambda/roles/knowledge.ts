import type { ManagedPolicies, SamConnectors, SamPolicyTemplates } from '../../iam/knowledge/index.ts';

/** What AWS and SAM fill into roles under a mere name. */
export interface RoleKnowledge {
  readonly managedPolicies: ManagedPolicies;
  readonly samPolicyTemplates: SamPolicyTemplates;
  readonly samConnectors: SamConnectors;
}
