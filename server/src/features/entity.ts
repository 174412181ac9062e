import type { Analysis } from '../analysis/index.ts';
import type { Offset, Span } from '../text/span.ts';

/** What the word at a place means: shared by all features, so that they agree. */
export interface Entity {
  readonly kind: 'action';
  readonly id: string;
  readonly span: Span;
}

/** The thing that the word at an offset names. */
export function entityAt(_analysis: Analysis, _offset: Offset): Entity | undefined {
  return undefined;
}
