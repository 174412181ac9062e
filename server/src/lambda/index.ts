export { FUNCTION_TYPES, functionReference } from './functions.ts';
export type * from './model.ts';
export {
  NO_PERMISSION_INDEX,
  NO_PERMISSIONS,
  type PermissionIndex,
  permissionGraphAt,
  permissionGraphOf,
  permissionIndexOf,
} from './permissionGraph.ts';
export { PERMISSION_TYPES, permissionsAbout } from './permissions/index.ts';
export { roleAllows } from './roleAccess.ts';
export {
  boundaryOf,
  boundParameters,
  connectorStatements,
  contentsOf,
  grantsOfRole,
  impliedPolicyNames,
  policyTemplateStatements,
  publishedPolicy,
  publishedPolicyName,
  type RoleKnowledge,
  type RoleReference,
  rolesOf,
  roleTrusts,
} from './roles/index.ts';
export { type Connector, type ConnectorEnd, connectorsOf } from './sam/index.ts';
export { SAM_EVENT_TYPES } from './triggers/index.ts';
