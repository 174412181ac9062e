import type { Analysis } from '../../analysis/index.ts';
import type { Entity } from '../entity.ts';
import { describeAction } from './action.ts';
import { describeFunction } from './function.ts';
import { describePermission } from './permission.ts';
import { describeTrigger } from './trigger.ts';

/** Markdown about an entity: the text of its hover and of its completion. */
export function describe(entity: Entity, analysis: Analysis): string {
  switch (entity.kind) {
    case 'action':
      return describeAction(entity.place, analysis);
    case 'function':
      return describeFunction(entity.permissions);
    case 'permission':
      return describePermission(entity.permission, analysis);
    case 'trigger':
      return describeTrigger(entity.owner, entity.invoker, analysis);
  }
}
