import type { Template } from '../cloudformation/index.ts';
import type { PermissionGraph } from './model.ts';

export const NO_PERMISSIONS: PermissionGraph = { functions: [], permissions: [], strayTriggers: [] };

/** Who may invoke each function of the template, what each may do, and what is missing. */
export function permissionGraphOf(_template: Template): PermissionGraph {
  return NO_PERMISSIONS;
}
