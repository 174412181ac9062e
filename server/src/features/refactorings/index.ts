import { expandManagedPolicy } from './expandManagedPolicy.ts';
import { expandPolicyTemplate } from './expandPolicyTemplate.ts';
import { expandWildcard } from './expandWildcard.ts';
import { limitResources } from './limitResources.ts';
import { mergeStatements } from './mergeStatements.ts';
import { narrowWildcard } from './narrowWildcard.ts';
import { permissionToEvent } from './permissionToEvent.ts';
import type { Refactoring } from './refactoring.ts';
import { shrinkActions } from './shrinkActions.ts';
import { sortValues } from './sortValues.ts';
import { usePolicyTemplate } from './usePolicyTemplate.ts';

export type { Offer, Refactoring, RefactoringKind } from './refactoring.ts';

/** Every refactoring, in the order in which the editor lists them. */
export const REFACTORINGS: readonly Refactoring[] = [
  expandWildcard,
  narrowWildcard,
  shrinkActions,
  sortValues,
  mergeStatements,
  limitResources,
  expandPolicyTemplate,
  expandManagedPolicy,
  usePolicyTemplate,
  permissionToEvent,
];
