export type * from './model.ts';
export { NO_PERMISSIONS, permissionGraphOf } from './permissionGraph.ts';
export type { RoleKnowledge } from './roles/index.ts';
