import { MAX_DEPTH } from '../../tree/depth.ts';
import type { GreenEntry, GreenMapping, GreenNode, GreenScalar, GreenSequence } from '../../tree/green.ts';
import { entryOf, mappingOf, sequenceOf, type Tag } from '../../tree/making.ts';
import {
  CLOSING_BRACE,
  CLOSING_BRACKET,
  COLON,
  COMMA,
  CR,
  EXCLAMATION_MARK,
  HASH,
  isBlank,
  isQuote,
  LF,
  OPENING_BRACE,
  OPENING_BRACKET,
} from './characters.ts';
import { type Cursor, odd, pastSpaces, skipSpaces } from './cursor.ts';
import { hasTwins, spansLines } from './keys.ts';
import { flowPlainStop, plainKey, plainScalar, startsPlain, withoutBlanks } from './plain.ts';
import { quotedScalar } from './quoted.ts';
import { tagAt } from './tag.ts';

/** What is the same for all that stands between a pair of brackets. */
interface Place {
  /** The column that every line has to be deeper than. */
  readonly parent: number;
  /** How many collections are around, and how many of them are in brackets. */
  readonly depth: number;
  readonly brackets: number;
}

/**
 * A list or mapping in brackets; the cursor is at the opening one, and then behind the closing one.
 * @param parent the column that further lines have to be deeper than
 * @param depth how many collections are around it
 */
export function flowCollection(cursor: Cursor, parent: number, depth: number, tag: Tag | undefined): GreenNode | undefined {
  return collection(cursor, { parent, depth, brackets: 0 }, tag);
}

function collection(cursor: Cursor, { parent, depth, brackets }: Place, tag: Tag | undefined): GreenNode | undefined {
  if (depth >= MAX_DEPTH - 1) return odd(cursor);
  const inside = { parent, depth: depth + 1, brackets: brackets + 1 };
  const isMapping = cursor.text.charCodeAt(cursor.at) === OPENING_BRACE;
  return isMapping ? mapping(cursor, inside, tag) : sequence(cursor, inside, tag);
}

function sequence(cursor: Cursor, place: Place, tag: Tag | undefined): GreenSequence | undefined {
  const start = cursor.at++;
  const items: GreenNode[] = [];
  while (isBeforeItem(cursor, place, CLOSING_BRACKET)) {
    const read = value(cursor, place);
    const item = read && asPair(cursor, place, read);
    if (!item || !isBehindItem(cursor, place, CLOSING_BRACKET)) return odd(cursor);
    items.push(item);
  }
  return cursor.isOdd ? undefined : sequenceOf(start, ++cursor.at, tag, true, items);
}

function mapping(cursor: Cursor, place: Place, tag: Tag | undefined): GreenMapping | undefined {
  const start = cursor.at++;
  const entries: GreenEntry[] = [];
  while (isBeforeItem(cursor, place, CLOSING_BRACE)) {
    const key = keyAt(cursor, place);
    const entry = key && entryWith(cursor, place, key);
    if (!entry || !isBehindItem(cursor, place, CLOSING_BRACE)) return odd(cursor);
    entries.push(entry);
  }
  return cursor.isOdd || hasTwins(entries) ? odd(cursor) : mappingOf(start, ++cursor.at, tag, true, entries);
}

/** Goes to the next item; false if the closing bracket is there, or something odd. */
function isBeforeItem(cursor: Cursor, place: Place, closing: number): boolean {
  skipGap(cursor, place);
  return !cursor.isOdd && cursor.text.charCodeAt(cursor.at) !== closing;
}

/** Goes behind the comma, or to the closing bracket. */
function isBehindItem(cursor: Cursor, place: Place, closing: number): boolean {
  skipGap(cursor, place);
  const code = cursor.text.charCodeAt(cursor.at);
  if (code === COMMA) cursor.at++;
  return !cursor.isOdd && (code === COMMA || code === closing);
}

function keyAt(cursor: Cursor, { parent }: Place): GreenScalar | undefined {
  const { text, at: start, column } = cursor;
  if (isQuote(text.charCodeAt(start))) return quotedScalar(cursor, parent, undefined);
  return startsPlain(text, start, true) ? plainKey(text, start, plainEnd(cursor), column) : undefined;
}

/** The entry of a key, which has to be on one line. Behind quotes the colon needs no blank. */
function entryWith(cursor: Cursor, place: Place, key: GreenScalar): GreenEntry | undefined {
  const { text } = cursor;
  skipSpaces(cursor);
  if (text.charCodeAt(cursor.at) !== COLON || spansLines(text, key)) return undefined;
  const colonEnd = ++cursor.at;
  if (key.encoding === 'plain' && !isBlank(text.charCodeAt(colonEnd))) return undefined;
  skipGap(cursor, place);
  const read = cursor.isOdd ? undefined : value(cursor, place);
  return read && entryOf(key, read, colonEnd);
}

/** An item of a list, or the mapping of one entry whose key it is: `[Condition: IsProduction]`. */
function asPair(cursor: Cursor, place: Place, read: GreenNode): GreenNode | undefined {
  const { text } = cursor;
  if (read.kind !== 'scalar' || text.charCodeAt(pastSpaces(text, cursor.at)) !== COLON) return read;
  if (read.tag !== undefined) return undefined;
  const key = read.value === null ? plainKey(text, read.start, read.end, read.indent) : read;
  const entry = entryWith(cursor, place, key);
  return entry && mappingOf(read.start, entry.end, undefined, true, [entry]);
}

function value(cursor: Cursor, place: Place): GreenNode | undefined {
  const { text } = cursor;
  const tag = text.charCodeAt(cursor.at) === EXCLAMATION_MARK ? tagAt(cursor) : undefined;
  if (cursor.isOdd) return undefined;
  if (tag) skipSpaces(cursor);
  const { at: start, column } = cursor;
  const code = text.charCodeAt(start);
  if (code === OPENING_BRACKET || code === OPENING_BRACE) return collection(cursor, place, tag);
  if (isQuote(code)) return quotedScalar(cursor, place.parent, tag);
  return startsPlain(text, start, true) ? plainScalar(text, start, plainEnd(cursor), tag, column) : undefined;
}

/** Goes to the end of the plain text that starts here. */
function plainEnd(cursor: Cursor): number {
  const { text, at } = cursor;
  cursor.at = withoutBlanks(text, flowPlainStop(text, at));
  return cursor.at;
}

/** Goes over blanks, line breaks and comments. Behind some values the library wants a space before a comment, even at the start of a line. */
function skipGap(cursor: Cursor, place: Place): void {
  const { text } = cursor;
  for (let line = -1; ; ) {
    const before = cursor.at;
    skipSpaces(cursor);
    const code = text.charCodeAt(cursor.at);
    if (code === LF || code === CR) {
      cursor.at += code === CR ? 2 : 1;
      line = cursor.at;
    } else if (code === HASH && cursor.at > before) {
      cursor.at = text.indexOf('\n', cursor.at);
      if (cursor.at === -1) return void odd(cursor);
    } else {
      if (line !== -1) startLine(cursor, place, cursor.at - line, code);
      return;
    }
  }
}

/** A line has to be indented, but for the bracket that ends it all. */
function startLine(cursor: Cursor, { parent, brackets }: Place, column: number, code: number): void {
  const isLastBracket = brackets === 1 && column === parent && (code === CLOSING_BRACKET || code === CLOSING_BRACE);
  if (column <= parent && !isLastBracket) cursor.isOdd = true;
  cursor.column = column;
}
