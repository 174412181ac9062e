/** The door to what AWS says about itself: its actions, its managed policies, and SAM's policy templates and connectors. */
export { createIamKnowledge, type IamDataFiles } from './createIamKnowledge.ts';
export { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
export { createManagedPolicies, type ManagedPolicies, type ManagedPolicy, type ManagedPolicyFiles } from './managedPolicies.ts';
export { createSamConnectors, type SamConnector, type SamConnectorGrant, type SamConnectors } from './samConnectors.ts';
export {
  createSamPolicyTemplates,
  type SamPolicyTemplate,
  type SamPolicyTemplateParameter,
  type SamPolicyTemplates,
} from './samPolicyTemplates.ts';
