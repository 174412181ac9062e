import type { Span } from '../../text/span.ts';
import type { Entry, MappingNode } from '../node.ts';

/** A mapping that is put together from the entries of several pieces: the root of a template, its `Resources`. */
export function frame(entries: readonly Entry[], braces: Span | undefined): MappingNode {
  const start = braces?.start ?? entries[0]?.key.outerSpan.start ?? 0;
  const span = { start, end: braces?.end ?? entries.at(-1)?.span.end ?? start };
  return { kind: 'mapping', flow: braces !== undefined, tag: undefined, parent: undefined, span, outerSpan: span, entries };
}
