export { type AccessRequest, type Decision, decide, type Guarded } from './access.ts';
export { coversArn, fieldCount, withVariables } from './arnMatch.ts';
export { existsGiven, type MatchOptions, matchesAction, matchesResource } from './clauses.ts';
export { conditionsHold, type Operator, parseOperator, type RequestContext } from './conditions.ts';
export { closestActions, closestServices } from './didYouMean.ts';
export type {
  AccessLevel,
  ActionId,
  ActionInfo,
  ActionResource,
  ConditionKeyInfo,
  IamKnowledge,
  OperationInfo,
  ResourceTypeInfo,
  ServiceInfo,
} from './knowledge.ts';
export type { Clause, ConditionTest, PolicyDocument, PolicyValue, Principal, PrincipalClause, Statement } from './policy.ts';
export { matchesPrincipal, type Requester } from './principals.ts';
export {
  isPolicyDocument,
  readPolicyDocument,
  readStatements,
  STATEMENT_ELEMENTS,
  type StatementsReading,
} from './readPolicy.ts';
export { type StatementSense, senseOf } from './statementSense.ts';
