import type { Tag } from '../../tree/making.ts';
import { type Cursor, odd } from './cursor.ts';

/** The tag that starts here, with a blank behind it; the cursor is then at that blank. */
export function tagAt(cursor: Cursor): Tag | undefined {
  const { text, at: start } = cursor;
  TAG.lastIndex = start;
  if (!TAG.test(text)) return odd(cursor);
  cursor.at = TAG.lastIndex;
  return { start, name: text.slice(start, cursor.at) };
}

const TAG = /![A-Za-z][\w:.-]*(?=[ \r\n]|$)/y;
