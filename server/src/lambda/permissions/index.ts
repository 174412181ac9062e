export { permissionsAbout, permissionsAt, permissionsOf } from './all.ts';
export { invokersOf } from './coverage.ts';
export { PERMISSION_TYPES } from './template.ts';
