import type { Template } from '../../cloudformation/index.ts';
import type { LambdaFunction, Need, NeedDefinition } from '../model.ts';
import { mappingsOf } from './mappings.ts';
import { NEED_ROWS } from './table.ts';

/** Every kind of need that is known, by id. */
export const NEED_DEFINITIONS: readonly NeedDefinition[] = NEED_ROWS.map(({ definition }) => definition);

/**
 * What the function's execution role must be allowed, and why: for its event source mappings, their destinations, and its
 * configuration. A source or destination whose kind cannot be told needs nothing here.
 */
export function needsOf(fn: LambdaFunction, template: Template): readonly Need[] {
  const context = { fn, template, mappings: mappingsOf(fn, template) };
  return NEED_ROWS.flatMap(({ kind, definition, find }) =>
    find(context)
      .filter(({ grants }) => grants.length > 0)
      .map(({ subject, span, resource, grants, guard }) => ({ kind, definition, subject, span, resource, grants, guard })),
  );
}
