import type { Change } from '../../text/change.ts';
import type { Offset, Span } from '../../text/span.ts';
import type { Section } from './assemble.ts';
import { endOf, type PlacedPiece } from './piece.ts';

/** Whether a text falls into the same pieces as before the change, which lies inside one of them. */
export type StaysWhole = (before: string, after: string, piece: Span, change: Change) => boolean;

/**
 * Most edits change one resource: then the text need not be split again.
 *
 * @param staysWhole whether it would be split in the same places
 * @returns the piece, as it stood before; nothing where the edit is of another kind
 */
export function editedPiece(
  { pieces, sections }: { readonly pieces: readonly PlacedPiece[]; readonly sections: readonly Section[] },
  before: string,
  after: string,
  change: Change,
  staysWhole: StaysWhole,
): PlacedPiece | undefined {
  const piece = pieces.findLast(({ start }) => start < change.start);
  if (!piece || change.endBefore >= endOf(piece)) return undefined;
  const isInner = sections.some(({ inner }) => inner?.pieces.includes(piece));
  const span = { start: piece.start, end: endOf(piece) };
  return isInner && staysWhole(before, after, span, change) ? piece : undefined;
}

/** The sections with another piece in the place of the changed one, and those behind it moved. */
export function movedSections(
  sections: readonly Section[],
  changed: PlacedPiece,
  now: PlacedPiece,
  by: Offset,
): readonly Section[] {
  const moved = (placed: PlacedPiece): PlacedPiece => {
    if (placed === changed) return now;
    return placed.start > changed.start && by !== 0 ? { piece: placed.piece, start: placed.start + by } : placed;
  };
  return sections.map((section) => {
    const { own, inner } = section;
    const last = inner?.pieces.at(-1) ?? own;
    if (last.start < changed.start) return section;
    return {
      own: moved(own),
      inner: inner && { braces: stretched(inner.braces, changed.start, by), pieces: inner.pieces.map(moved) },
    };
  });
}

/** A span around or behind the change. */
export function stretched(span: Span | undefined, at: Offset, by: Offset): Span | undefined {
  return span && { start: span.start > at ? span.start + by : span.start, end: span.end > at ? span.end + by : span.end };
}
