import type { RuleModule } from '../rule.ts';
import { connectorWithoutTransform } from './connectorWithoutTransform.ts';
import { fifoBatchSize } from './fifoBatchSize.ts';
import { recursiveTrigger } from './recursiveTrigger.ts';
import { startingPosition } from './startingPosition.ts';
import { subscriptionProtocol } from './subscriptionProtocol.ts';
import { tooManySubscriptionFilters } from './tooManySubscriptionFilters.ts';
import { visibilityTimeoutTooShort } from './visibilityTimeoutTooShort.ts';

/** Rules on what brings events to functions, apart from who may do what. */
export const EVENT_RULES: readonly RuleModule[] = [
  connectorWithoutTransform,
  fifoBatchSize,
  recursiveTrigger,
  startingPosition,
  subscriptionProtocol,
  tooManySubscriptionFilters,
  visibilityTimeoutTooShort,
];
