export { analyse } from './analyse.ts';
export type { Analysis, DocumentKind, Knowledge } from './analysis.ts';
