import type { RuleModule } from '../rule.ts';
import { actionOfAnotherService } from './actionOfAnotherService.ts';
import { allowWithNotAction } from './allowWithNotAction.ts';
import { apiOperationAsAction } from './apiOperationAsAction.ts';
import { dependentAction } from './dependentAction.ts';
import { fullAccess } from './fullAccess.ts';
import { malformedAction } from './malformedAction.ts';
import { redundantAction } from './redundantAction.ts';
import { retiredAction } from './retiredAction.ts';
import { unknownAction } from './unknownAction.ts';
import { unknownService } from './unknownService.ts';
import { wildcardInService } from './wildcardInService.ts';
import { wildcardMatchesNothing } from './wildcardMatchesNothing.ts';

/** Rules on the names of actions. */
export const ACTIONS_RULES: readonly RuleModule[] = [
  actionOfAnotherService,
  allowWithNotAction,
  apiOperationAsAction,
  dependentAction,
  fullAccess,
  malformedAction,
  redundantAction,
  retiredAction,
  unknownAction,
  unknownService,
  wildcardInService,
  wildcardMatchesNothing,
];
