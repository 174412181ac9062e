import type { Offset } from '../../../text/span.ts';
import { decode } from '../../places/index.ts';
import type { GreenScalar } from '../../tree/green.ts';
import { type Tag, textScalar } from '../../tree/making.ts';
import { BAR, CR, isLineEnd, TAB } from './characters.ts';
import { type Cursor, odd, pastSpaces, toContent } from './cursor.ts';

/** The lines of a block scalar. */
interface Body {
  /** How many columns are taken off. */
  readonly trim: number;
  /** Where the first line with text starts, and where the last one ends. */
  readonly first: Offset;
  readonly end: Offset;
  readonly before: Blanks;
  readonly after: Blanks;
}

/** Blank lines in a row. */
interface Blanks {
  readonly count: number;
  /** The most spaces that one of them has. */
  readonly widest: number;
  /** Where the line behind them starts. */
  readonly next: Offset;
}

/**
 * A text behind `|` or `>`; the cursor is at that sign, and then at the content of the next line.
 * @param parent the column of the collection around it
 */
export function blockScalar(cursor: Cursor, parent: number, tag: Tag | undefined): GreenScalar | undefined {
  const { text, at: start } = cursor;
  HEADER.lastIndex = start;
  const header = HEADER.exec(text);
  if (!header || cursor.isAfterComment) return odd(cursor);
  const chomping = header[1] ?? header[4];
  const body = bodyAt(text, HEADER.lastIndex, parent, Number(header[2] ?? header[3] ?? 0));
  if (!body) return odd(cursor);
  const isLiteral = text.charCodeAt(start) === BAR;
  const content = isLiteral ? literal(text, body) : decode('folded', text.slice(start, body.end), parent).text;
  const breaks = chomping === '-' ? 0 : chomping === '+' ? body.after.count + 1 : 1;
  toContent(cursor, body.after.next);
  return textScalar(start, body.end, tag, content + '\n'.repeat(breaks), isLiteral ? 'literal' : 'folded', parent);
}

const HEADER = /[|>](?:([-+])([1-9])?|([1-9])([-+])?)?(?: +#[^\n]*| *\r?)\n/y;

/** Nothing for a text without content, and where blank lines at either end are deeper than what has text. */
function bodyAt(text: string, from: Offset, parent: number, indicator: number): Body | undefined {
  const before = blanksAt(text, from);
  const first = before.next;
  const trim = indicator > 0 ? parent + indicator : widthAt(text, first);
  let after = before;
  let end = -1;
  while (after.next < text.length && widthAt(text, after.next) >= Math.max(trim, parent + 1)) {
    const lineBreak = text.indexOf('\n', after.next);
    end = lineEnd(text, lineBreak);
    if (isUnseen(text, after.next + trim, end)) return undefined;
    after = blanksAt(text, lineBreak === -1 ? text.length : lineBreak + 1);
  }
  return end === -1 || before.widest > trim || after.widest > trim ? undefined : { trim, first, end, before, after };
}

function blanksAt(text: string, from: Offset): Blanks {
  let count = 0;
  let widest = 0;
  let line = from;
  for (
    let first = pastSpaces(text, line);
    line < text.length && isLineEnd(text.charCodeAt(first));
    first = pastSpaces(text, line)
  ) {
    count++;
    // A line without a line break is no blank line to all.
    widest = first === text.length ? Number.POSITIVE_INFINITY : Math.max(widest, first - line);
    line = text.indexOf('\n', first) + 1 || text.length;
  }
  return { count, widest, next: line };
}

function widthAt(text: string, line: Offset): number {
  return pastSpaces(text, line) - line;
}

/** Whether a line has characters, but none that is seen. */
function isUnseen(text: string, start: Offset, end: Offset): boolean {
  const code = text.charCodeAt(pastSpaces(text, start));
  return (code === TAB || code > 127) && text.slice(start, end).trim() === '';
}

function lineEnd(text: string, lineBreak: Offset): Offset {
  if (lineBreak === -1) return text.length;
  return text.charCodeAt(lineBreak - 1) === CR ? lineBreak - 1 : lineBreak;
}

/** Without `decode`, which notes the place of every character: scripts stand here, by the hundred lines. */
function literal(text: string, { first, end, trim, before }: Body): string {
  const lines: string[] = [];
  for (let line = first; line < end; ) {
    const lineBreak = text.indexOf('\n', line);
    lines.push(text.slice(line + trim, Math.max(line + trim, lineEnd(text, lineBreak))));
    line = lineBreak === -1 ? end : lineBreak + 1;
  }
  return '\n'.repeat(before.count) + lines.join('\n');
}
