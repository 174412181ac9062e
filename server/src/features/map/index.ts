export { drawn, type MapFormat } from './drawings.ts';
export type { MapLayout, PlacedEdge, PlacedNode } from './geometry.ts';
export { layOut } from './layout.ts';
export type { Column, MapEdge, MapGrant, MapNode, MapPermission, PermissionMap } from './model.ts';
export { type MapOptions, permissionMapOf } from './permissionMap.ts';
export { type SvgOptions, toSvg } from './svg.ts';
export { sentenceOf, summaryOf } from './wording.ts';
