export type { Column, MapEdge, MapGrant, MapNode, MapPermission, PermissionMap } from './model.ts';
export { type MapOptions, permissionMapOf } from './permissionMap.ts';
