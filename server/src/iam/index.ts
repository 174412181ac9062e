export type {
  AccessLevel,
  ActionId,
  ActionInfo,
  ActionResource,
  IamKnowledge,
  OperationInfo,
  ResourceTypeInfo,
  ServiceInfo,
} from './knowledge.ts';
export type { Clause, ConditionTest, PolicyDocument, PolicyValue, Principal, PrincipalClause, Statement } from './policy.ts';
