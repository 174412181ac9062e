import type { Offset, Span } from '../../text/span.ts';
import type { Encoding, GreenScalar } from '../tree/green.ts';
import { blockTape } from './block.ts';
import { doubleQuotedTape, isDoubleClosed, jsonTape } from './escaped.ts';
import { isSingleClosed, plainTape, singleQuotedTape } from './folded.ts';
import type { Tape } from './tape.ts';

/** Decodes the raw text of a scalar, quotes included, whose closing quote may be missing. */
export function decode(encoding: Encoding, raw: string, parentIndent = 0): Tape {
  switch (encoding) {
    case 'plain':
      return plainTape(raw);
    case 'single':
      return singleQuotedTape(raw);
    case 'double':
      return doubleQuotedTape(raw);
    case 'json':
      return jsonTape(raw);
    case 'literal':
    case 'folded':
      return blockTape(raw, parentIndent);
  }
}

/** Whether a scalar has the closing quote that it needs. */
export function isClosed(encoding: Encoding, raw: string): boolean {
  if (encoding === 'single') return isSingleClosed(raw);
  return encoding === 'double' ? isDoubleClosed(raw) : true;
}

const tapes = new WeakMap<GreenScalar, Tape>();

/**
 * Where the piece [from, to) of a scalar's decoded text stands, in offsets that count as the scalar's own. Out-of-range
 * ends are clamped; what chomping adds behind a block scalar stands at its end.
 * @param text the text in which the scalar stands, with its offsets counting from `base`
 */
export function placeOf(scalar: GreenScalar, text: string, base: Offset, from: number, to: number): Span {
  const first = Math.max(0, Math.min(from, scalar.text.length));
  const last = Math.max(first, Math.min(to, scalar.text.length));
  const raw = text.slice(base + scalar.start, base + scalar.end);
  const opening = scalar.encoding === 'plain' ? 0 : 1;
  const isBlock = scalar.encoding === 'literal' || scalar.encoding === 'folded';
  const isVerbatim = !isBlock && raw.length - scalar.text.length <= 2 * opening && raw.startsWith(scalar.text, opening);
  if (isVerbatim) return { start: scalar.start + opening + first, end: scalar.start + opening + last };
  const { start, end } = piece(tapeOf(scalar, raw), raw.length, first, last);
  return { start: scalar.start + start, end: scalar.start + end };
}

function tapeOf(scalar: GreenScalar, raw: string): Tape {
  const tape = tapes.get(scalar) ?? decode(scalar.encoding, raw, scalar.indent);
  tapes.set(scalar, tape);
  return tape;
}

function piece({ starts, ends }: Tape, rawEnd: Offset, first: number, last: number): Span {
  const start = starts[first] ?? ends.at(-1) ?? rawEnd;
  return { start, end: last > first ? Math.max(start, ends[last - 1] ?? ends.at(-1) ?? rawEnd) : start };
}
