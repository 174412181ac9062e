import type { Analysis } from '../analysis/index.ts';
import type { Entity } from './entity.ts';

/** Markdown about an entity: the text of its hover and of its completion. */
export function describe(entity: Entity, _analysis: Analysis): string {
  return `\`${entity.id}\``;
}
