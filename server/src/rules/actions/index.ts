import type { RuleModule } from '../rule.ts';
import { apiOperationAsAction } from './apiOperationAsAction.ts';
import { unknownAction } from './unknownAction.ts';
import { unknownService } from './unknownService.ts';
import { wildcardMatchesNothing } from './wildcardMatchesNothing.ts';

/** Rules on the names of actions. */
export const ACTIONS_RULES: readonly RuleModule[] = [apiOperationAsAction, unknownAction, unknownService, wildcardMatchesNothing];
