import type { Refactoring } from './refactoring.ts';

export type { Offer, Refactoring, RefactoringKind } from './refactoring.ts';

/** Every refactoring, in the order in which the editor lists them. */
export const REFACTORINGS: readonly Refactoring[] = [];
