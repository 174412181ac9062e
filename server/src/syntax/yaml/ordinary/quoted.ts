import type { Offset } from '../../../text/span.ts';
import { decode } from '../../places/index.ts';
import type { GreenScalar } from '../../tree/green.ts';
import { type Tag, textScalar } from '../../tree/making.ts';
import { BACKSLASH, DOUBLE_QUOTE, isLineEnd, SINGLE_QUOTE } from './characters.ts';
import { type Cursor, odd, pastSpaces } from './cursor.ts';

/**
 * A text in quotes; the cursor is at the opening one, and then behind the closing one.
 * @param parent the column that further lines have to be deeper than
 */
export function quotedScalar(cursor: Cursor, parent: number, tag: Tag | undefined): GreenScalar | undefined {
  const { text, at: start } = cursor;
  const isDouble = text.charCodeAt(start) === DOUBLE_QUOTE;
  const end = isDouble ? doubleEnd(text, start) : singleEnd(text, start);
  const raw = text.slice(start, end);
  const hasEscape = isDouble ? raw.includes('\\') : raw.indexOf("'", 1) !== raw.length - 1;
  const isVerbatim = !hasEscape && !raw.includes('\n');
  if (end === 0 || !isIndented(raw, parent) || (isDouble && hasEscape && !hasKnownEscapes(raw))) return odd(cursor);
  cursor.at = end;
  const encoding = isDouble ? 'double' : 'single';
  const value = isVerbatim ? raw.slice(1, -1) : decode(encoding, raw).text;
  return textScalar(start, end, tag, value, encoding, cursor.column);
}

/** Behind the closing quote; 0 where there is none. */
function doubleEnd(text: string, start: Offset): Offset {
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote + 1;
}

function isEscaped(text: string, at: Offset): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}

function singleEnd(text: string, start: Offset): Offset {
  let quote = text.indexOf("'", start + 1);
  while (quote !== -1 && text.charCodeAt(quote + 1) === SINGLE_QUOTE) quote = text.indexOf("'", quote + 2);
  return quote + 1;
}

/** Whether all lines but the first are blank or deeper than a column. */
function isIndented(raw: string, parent: number): boolean {
  for (let line = raw.indexOf('\n') + 1; line > 0; line = raw.indexOf('\n', line) + 1) {
    const first = pastSpaces(raw, line);
    if (first - line <= parent && !isLineEnd(raw.charCodeAt(first))) return false;
  }
  return true;
}

/** Whether all escapes in double quotes exist. */
function hasKnownEscapes(raw: string): boolean {
  for (let at = raw.indexOf('\\'); at !== -1; at = raw.indexOf('\\', ESCAPE.lastIndex)) {
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(raw)) return false;
  }
  return true;
}

const ESCAPE = /\\(?:[0abefnrtvNLP_ "/\\\t\n\r]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4})/y;
