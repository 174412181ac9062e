export { arnOf, arnReference, canonical, nameReference } from './arns.ts';
export { ARN_ROWS as TYPES_WITH_ARN } from './arnTable.ts';
export { consequencesOf } from './conditions.ts';
export { evaluate, substitute } from './evaluate.ts';
export {
  argumentItems,
  argumentText,
  getAttPath,
  type Intrinsic,
  intrinsicOf,
  isNoValue,
  nestedIntrinsic,
} from './intrinsics.ts';
export type { CloudFormationKnowledge, ResourceTypeSpec } from './knowledge.ts';
export { createCloudFormationKnowledge } from './knowledgeText.ts';
export { propertyAt, propertyNodes } from './properties.ts';
export { branchesOf, guardOf, templateReader } from './reader.ts';
export { dependenciesOf, type Reference, referencesIn, referencesOfCall } from './references.ts';
export { resourceAround } from './resourceAround.ts';
export { bind, type Scope } from './scope.ts';
export type { Parameter, Resource, Template, Types } from './template.ts';
export { withResources } from './templateVersion.ts';
export { toTemplate } from './toTemplate.ts';
export { draftOf, written } from './written.ts';
