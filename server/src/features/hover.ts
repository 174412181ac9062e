import type { Analysis } from '../analysis/index.ts';
import type { Offset, Span } from '../text/span.ts';
import { describe } from './describe/index.ts';
import { entityAt } from './entity.ts';

export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** What there is to say about the word at an offset; `undefined` where there is nothing. */
export function hoverAt(analysis: Analysis, offset: Offset): Hover | undefined {
  const entity = entityAt(analysis, offset);
  return entity && { markdown: describe(entity, analysis), span: entity.span };
}
