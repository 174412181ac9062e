import type { Offset } from '../../../text/span.ts';
import { CR, HASH, LF, SPACE, TAB } from './characters.ts';

/** Where the reader is. There is one for a text, and every function moves it on. */
export interface Cursor {
  readonly text: string;
  at: Offset;
  /** The column of the line's first word, or of the one behind its last `- `; -1 behind the last line. */
  column: number;
  /** Lines with nothing but a comment were passed since the last key or dash: the library then takes text that follows for less indented. */
  isAfterComment: boolean;
  /** Something is not ordinary, or not certain: what was read counts for nothing. */
  isOdd: boolean;
}

/** Gives the text up. */
export function odd(cursor: Cursor): undefined {
  cursor.isOdd = true;
  return undefined;
}

export function skipSpaces(cursor: Cursor): void {
  cursor.at = pastSpaces(cursor.text, cursor.at);
}

/** Where the spaces end that start here, if any do. */
export function pastSpaces(text: string, start: Offset): Offset {
  let at = start;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** From the end of a value to the content of the next line that has any. Behind the value there may only be a comment. */
export function toNextLine(cursor: Cursor): void {
  const { text, at } = cursor;
  const end = pastSpaces(text, at);
  const code = text.charCodeAt(end);
  if (code === LF) toContent(cursor, end + 1);
  else if (code === CR || end >= text.length || (code === HASH && end > at)) toContent(cursor, nextLine(text, end));
  else cursor.isOdd = true;
}

/** To the first word in or below a line. */
export function toContent(cursor: Cursor, start: Offset): void {
  const { text } = cursor;
  cursor.isAfterComment = false;
  for (let line = start; ; ) {
    const first = pastSpaces(text, line);
    const code = text.charCodeAt(first);
    if (code === LF) line = first + 1;
    else if (code === CR || code === HASH) {
      if (code === HASH) cursor.isAfterComment = true;
      line = nextLine(text, first);
    } else {
      cursor.at = first;
      cursor.column = first < text.length ? first - line : -1;
      if (code === TAB) cursor.isOdd = true;
      return;
    }
  }
}

function nextLine(text: string, at: Offset): Offset {
  return text.indexOf('\n', at) + 1 || text.length;
}
