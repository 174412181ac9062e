import type { Change } from './change.ts';
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

/** The offsets at which lines start. */
type Starts = readonly Offset[];

const known = new WeakMap<SourceText, Starts>();
const indexes = new WeakMap<SourceText, LineIndex>();

/** The line index of a text, built once for each text. Lines end at `\n`, `\r\n` or a lone `\r`, as the protocol has it. */
export function lineIndexOf(source: SourceText): LineIndex {
  const before = indexes.get(source);
  if (before) return before;
  const starts = known.get(source) ?? lineStarts(source.text);
  known.set(source, starts);
  const index = buildLineIndex(source.text, starts);
  indexes.set(source, index);
  return index;
}

/** Takes the lines of a text from those of its earlier version, if they are known, so that they need not be looked for again. */
export function keepLines(before: SourceText, after: SourceText, { start, endBefore, endAfter }: Change): void {
  const old = known.get(before);
  if (!old) return;
  const by = endAfter - endBefore;
  const kept = lineAt(old, start - 1) + 1;
  const behind = lineAt(old, endBefore) + 1;
  const starts = old.slice(0, start > 0 ? kept : 1);
  addLineStarts(after.text, Math.max(0, start - 1), endAfter, starts);
  for (let line = behind; line < old.length; line++) starts.push((old[line] ?? 0) + by);
  known.set(after, starts);
}

function buildLineIndex(text: string, starts: Starts): LineIndex {
  const startOf = (line: number): Offset => starts[line] ?? text.length;
  const lineSpan = (line: number): Span => {
    let end = line + 1 < starts.length ? startOf(line + 1) : text.length;
    if (text[end - 1] === '\n' && end > startOf(line)) end--;
    if (text[end - 1] === '\r' && end > startOf(line)) end--;
    return { start: startOf(line), end };
  };
  const positionAt = (offset: Offset): Position => {
    const clamped = Math.max(0, Math.min(offset, text.length));
    const line = lineAt(starts, clamped);
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

function lineStarts(text: string): Starts {
  const starts = [0];
  addLineStarts(text, 0, text.length, starts);
  return starts;
}

/** Adds the starts of the lines that end with a character from `from` on and before `to`. */
function addLineStarts(text: string, from: Offset, to: Offset, starts: Offset[]): void {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
}

/** The last line that starts at or before the offset. */
function lineAt(starts: Starts, offset: Offset): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
