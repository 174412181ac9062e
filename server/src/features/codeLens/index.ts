export type { CodeLens, LensSubject, LensText } from './lens.ts';
export { lensesOf } from './places.ts';
export { lensText } from './words.ts';
