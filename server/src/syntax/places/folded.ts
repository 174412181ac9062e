import type { Offset } from '../../text/span.ts';
import { type Tape, type TapeWriter, tapeWriter } from './tape.ts';

/** Plain text over several lines: a line break reads as a space, further ones as themselves (YAML 1.2.2, 7.3.3). */
export function plainTape(raw: string): Tape {
  const writer = tapeWriter(raw);
  foldLines(raw, 0, raw.length, writer, (start, end) => writer.copy(start, end));
  return writer.tape();
}

/** Single quotes: folded as plain text; two quotes are one (YAML 1.2.2, 7.3.2). The closing quote may be missing. */
export function singleQuotedTape(raw: string): Tape {
  const writer = tapeWriter(raw);
  const end = isSingleClosed(raw) ? raw.length - 1 : raw.length;
  foldLines(raw, 1, end, writer, (start, lineEnd) => copyUndoubled(raw, start, lineEnd, writer));
  return writer.tape();
}

/** Whether the text ends with a quote that is neither the opening one nor half of a doubled one. */
export function isSingleClosed(raw: string): boolean {
  let last = raw.length;
  while (last > 1 && raw[last - 1] === "'") last--;
  return (raw.length - last) % 2 === 1;
}

function copyUndoubled(raw: string, start: Offset, end: Offset, writer: TapeWriter): void {
  let at = start;
  for (let quote = raw.indexOf("''", at); quote !== -1 && quote + 1 < end; quote = raw.indexOf("''", at)) {
    writer.copy(at, quote);
    writer.put("'", quote, quote + 2);
    at = quote + 2;
  }
  writer.copy(at, end);
}

function foldLines(
  raw: string,
  start: Offset,
  end: Offset,
  writer: TapeWriter,
  line: (start: Offset, end: Offset) => void,
): void {
  let lineStart = start;
  let reached = start;
  let separator = '';
  for (;;) {
    const lineBreak = raw.indexOf('\n', lineStart);
    const isLast = lineBreak === -1 || lineBreak >= end;
    const isFirst = lineStart === start;
    const from = isFirst ? lineStart : pastBlanks(raw, lineStart, end);
    const to = isLast ? end : withoutBlanks(raw, from, lineBreak);
    if (isFirst || isLast || to > from) {
      writer.put(separator, reached, from);
      line(from, to);
      reached = to;
      separator = ' ';
    } else {
      separator = separator === ' ' ? '\n' : `${separator}\n`;
    }
    if (isLast) return;
    lineStart = lineBreak + 1;
  }
}

function pastBlanks(raw: string, start: Offset, end: Offset): Offset {
  let at = start;
  while (at < end && (raw[at] === ' ' || raw[at] === '\t')) at++;
  return at;
}

function withoutBlanks(raw: string, start: Offset, lineBreak: Offset): Offset {
  let at = raw[lineBreak - 1] === '\r' ? lineBreak - 1 : lineBreak;
  while (at > start && (raw[at - 1] === ' ' || raw[at - 1] === '\t')) at--;
  return Math.max(at, start);
}
