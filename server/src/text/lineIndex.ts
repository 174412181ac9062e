import type { SourceText } from './sourceText.ts';
import type { Offset, Span } from './span.ts';

/** A place as the language server protocol counts it: 0-based, `character` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Translates between offsets (inside) and lines (at the border). */
export interface LineIndex {
  readonly lineCount: number;
  positionAt(offset: Offset): Position;
  /** Out-of-range positions are clamped to the nearest place in the text. */
  offsetAt(position: Position): Offset;
  rangeOf(span: Span): Range;
  /** The span of a line without its line break. */
  lineSpan(line: number): Span;
}

const indexes = new WeakMap<SourceText, LineIndex>();

/** The line index of a text, built once for each text. Lines end at `\n`, `\r\n` or a lone `\r`, as the protocol has it. */
export function lineIndexOf(source: SourceText): LineIndex {
  const known = indexes.get(source);
  if (known) return known;
  const index = buildLineIndex(source.text);
  indexes.set(source, index);
  return index;
}

function buildLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const startOf = (line: number): Offset => starts[line] ?? text.length;
  const lineSpan = (line: number): Span => {
    let end = line + 1 < starts.length ? startOf(line + 1) : text.length;
    if (text[end - 1] === '\n' && end > startOf(line)) end--;
    if (text[end - 1] === '\r' && end > startOf(line)) end--;
    return { start: startOf(line), end };
  };
  const positionAt = (offset: Offset): Position => {
    const clamped = Math.max(0, Math.min(offset, text.length));
    const line = lineContaining(starts, clamped);
    return { line, character: clamped - startOf(line) };
  };
  return {
    lineCount: starts.length,
    positionAt,
    offsetAt: ({ line, character }) => {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      const { start, end } = lineSpan(line);
      return Math.min(start + Math.max(0, character), end);
    },
    rangeOf: ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) }),
    lineSpan,
  };
}

function lineStarts(text: string): readonly Offset[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The last line that starts at or before the offset. */
function lineContaining(starts: readonly Offset[], offset: Offset): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
