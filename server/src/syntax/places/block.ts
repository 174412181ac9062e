import type { Offset } from '../../text/span.ts';
import { type Tape, type TapeWriter, tapeWriter } from './tape.ts';

interface Line {
  /** Where the line starts, its text after the spaces, and where it ends before the line break. */
  readonly start: Offset;
  readonly content: Offset;
  readonly end: Offset;
}

/**
 * A block scalar, from its header to its last line with content (YAML 1.2.2, 8.1). What chomping adds or keeps behind
 * that line is not on the tape.
 * @param parentIndent the indentation that an explicit indentation indicator counts from
 */
export function blockTape(raw: string, parentIndent: number): Tape {
  const writer = tapeWriter(raw);
  const headerEnd = raw.indexOf('\n');
  if (headerEnd === -1) return writer.tape();
  const lines = linesOf(raw, headerEnd + 1);
  const first = lines.findIndex((line) => line.content < line.end);
  if (first === -1) return writer.tape();
  const trim = indentation(raw, lines[first], parentIndent);
  for (const line of lines.slice(0, first)) {
    writer.copy(Math.min(line.start + trim, line.content), line.content);
    writer.put('\n', line.end, nextLine(raw, line));
  }
  const body = lines.slice(first);
  if (raw.startsWith('>')) foldedLines(raw, body, trim, writer);
  else literalLines(raw, body, trim, writer);
  return writer.tape();
}

function linesOf(raw: string, from: Offset): readonly Line[] {
  const lines: Line[] = [];
  for (let start = from; start <= raw.length; ) {
    const lineBreak = raw.indexOf('\n', start);
    const limit = lineBreak === -1 ? raw.length : lineBreak;
    const end = limit > start && raw[limit - 1] === '\r' ? limit - 1 : limit;
    let content = start;
    while (content < end && raw[content] === ' ') content++;
    lines.push({ start, content, end });
    start = limit + 1;
  }
  return lines;
}

function indentation(raw: string, first: Line | undefined, parentIndent: number): number {
  const indicator = Number(/^[|>][-+]?([1-9])/.exec(raw)?.[1] ?? 0);
  if (indicator > 0) return Math.max(0, parentIndent) + indicator;
  return first ? first.content - first.start : 0;
}

function nextLine(raw: string, line: Line): Offset {
  const lineBreak = raw.indexOf('\n', line.end);
  return lineBreak === -1 ? raw.length : lineBreak + 1;
}

/** Where a line's text starts once the block's indentation is taken off. */
function textStart(line: Line, trim: number): Offset {
  return Math.min(line.start + trim, line.content);
}

function literalLines(raw: string, lines: readonly Line[], trim: number, writer: TapeWriter): void {
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (before) writer.put('\n', before.end, nextLine(raw, before));
    writer.copy(textStart(line, trim), line.end);
  }
}

/** A line break between two lines of text reads as a space; breaks around blank and more indented lines stay. */
function foldedLines(raw: string, lines: readonly Line[], trim: number, writer: TapeWriter): void {
  let separator = '';
  let reached = lines[0]?.start ?? 0;
  let wasMoreIndented = false;
  for (const line of lines) {
    const isMoreIndented = line.content > line.start + trim || raw[line.content] === '\t';
    if (line.content === line.end && !isMoreIndented) {
      if (separator === '\n') {
        writer.put('\n', reached, line.start);
        reached = line.start;
      }
      separator = '\n';
      continue;
    }
    const from = textStart(line, trim);
    writer.put(isMoreIndented ? keptBreaks(separator, wasMoreIndented) : separator, reached, from);
    writer.copy(from, line.end);
    reached = line.end;
    separator = isMoreIndented ? '\n' : ' ';
    wasMoreIndented = isMoreIndented;
  }
}

/** Before a more indented line the breaks are not folded. */
function keptBreaks(separator: string, wasMoreIndented: boolean): string {
  if (separator === ' ') return '\n';
  return separator === '\n' && !wasMoreIndented ? '\n\n' : separator;
}
