export type { PolicyKind, PolicySite } from './site.ts';
