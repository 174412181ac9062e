export { type ActionPlace, actionPlacesOf, textSpan } from './actionPlaces.ts';
export { analyse } from './analyse.ts';
export type { Analysis, DocumentKind, Knowledge } from './analysis.ts';
export { viewOfResource, viewOfTemplate } from './views.ts';
