export { permissionsAbout, permissionsAt, permissionsOf } from './all.ts';
export { invokersOf } from './coverage.ts';
