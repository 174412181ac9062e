import type { Trigger } from '../../lambda/index.ts';
import type { Span } from '../../text/span.ts';
import { type Spot, wordSpan } from './spot.ts';
import { isAbout } from './trigger.ts';

/** A trigger of a function that is not of this template, or that cannot be told. */
export interface StrayTriggerEntity {
  readonly kind: 'stray-trigger';
  readonly trigger: Trigger;
  readonly span: Span;
}

export function strayTriggerAt(spot: Spot): StrayTriggerEntity | undefined {
  const { analysis, resource, node } = spot;
  const trigger = analysis.permissions.strayTriggers.find(
    (one) => one.resource.logicalId === resource?.logicalId && isAbout(spot, one),
  );
  return trigger && { kind: 'stray-trigger', trigger, span: wordSpan(node) };
}
