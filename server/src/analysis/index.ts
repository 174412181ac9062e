export type { Analysis, DocumentKind, Knowledge } from './analysis.ts';
