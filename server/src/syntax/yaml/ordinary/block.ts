import type { Offset } from '../../../text/span.ts';
import { MAX_DEPTH } from '../../tree/depth.ts';
import type { GreenEntry, GreenMapping, GreenNode, GreenScalar, GreenSequence } from '../../tree/green.ts';
import { entryOf, mappingOf, sequenceOf, type Tag, textScalar, valueScalar } from '../../tree/making.ts';
import { blockScalar } from './blockScalar.ts';
import {
  BAR,
  COLON,
  DASH,
  EXCLAMATION_MARK,
  GREATER_THAN,
  HASH,
  isBlank,
  isLineEnd,
  isQuote,
  OPENING_BRACE,
  OPENING_BRACKET,
} from './characters.ts';
import { type Cursor, odd, pastSpaces, toNextLine } from './cursor.ts';
import { flowCollection } from './flow.ts';
import { hasTwins, spansLines } from './keys.ts';
import { foldedScalar, plainKey, plainScalar, plainStop, startsPlain, withoutBlanks } from './plain.ts';
import { quotedScalar } from './quoted.ts';
import { tagAt } from './tag.ts';

/** Where a value stands. */
interface Place {
  /** The column of the collection around it. */
  readonly parent: number;
  /** How many collections are around it. */
  readonly depth: number;
  /** It belongs to a key, so that a list may start in the key's own column. */
  readonly isOfKey: boolean;
}

/** The collection that a document is; the cursor is at its first word. */
export function rootCollection(cursor: Cursor): GreenNode | undefined {
  const root = nodeAtStart(cursor, { parent: -1, depth: 0, isOfKey: false }, undefined);
  return root?.kind === 'scalar' ? undefined : root;
}

/**
 * A value at whose place a collection may start: in a line of its own, or behind a dash. As all that read a value here, it leaves the
 * cursor at the content of the next line.
 */
function nodeAtStart(cursor: Cursor, place: Place, tag: Tag | undefined): GreenNode | undefined {
  const { text, at, column } = cursor;
  if (isDash(cursor)) return sequence(cursor, place.depth, tag);
  if (isQuote(text.charCodeAt(at))) return quotedOrMapping(cursor, place, tag);
  if (!startsPlain(text, at, false)) return nodeInLine(cursor, place, tag);
  const stop = plainStop(text, at);
  if (text.charCodeAt(stop) !== COLON) return plain(cursor, place.parent, tag, stop);
  cursor.at = stop;
  return mapping(cursor, plainKey(text, at, withoutBlanks(text, stop), column), place.depth, tag);
}

function quotedOrMapping(cursor: Cursor, { parent, depth }: Place, tag: Tag | undefined): GreenNode | undefined {
  const { column } = cursor;
  const quoted = quotedScalar(cursor, parent, undefined);
  if (!quoted) return undefined;
  if (isAtColon(cursor)) return mapping(cursor, quoted, depth, tag);
  toNextLine(cursor);
  return tag ? textScalar(quoted.start, quoted.end, tag, quoted.text, quoted.encoding, column) : quoted;
}

function isDash({ text, at }: Cursor): boolean {
  return text.charCodeAt(at) === DASH && isBlank(text.charCodeAt(at + 1));
}

/** Goes to the colon behind a key in quotes; stays where it is if there is none. */
function isAtColon(cursor: Cursor): boolean {
  const colon = pastSpaces(cursor.text, cursor.at);
  if (cursor.text.charCodeAt(colon) !== COLON) return false;
  cursor.at = colon;
  return true;
}

/** @param firstKey has been read: the cursor is at its colon */
function mapping(cursor: Cursor, firstKey: GreenScalar, depth: number, tag: Tag | undefined): GreenMapping | undefined {
  if (depth >= MAX_DEPTH - 1) return odd(cursor);
  const { column } = cursor;
  const place = { parent: column, depth: depth + 1, isOfKey: true };
  const entries: GreenEntry[] = [];
  let end = firstKey.end;
  for (let key: GreenScalar | undefined = firstKey; key; key = cursor.column === column ? nextKey(cursor) : undefined) {
    const entry = entryWith(cursor, place, key);
    if (!entry) return undefined;
    entries.push(entry);
    end = entry.end;
  }
  // In this column stands what is no key. Whether a column further left is that of a collection around is found out there.
  if (cursor.isOdd || cursor.column >= column || hasTwins(entries)) return odd(cursor);
  return mappingOf(firstKey.start, end, tag, false, entries);
}

/** The cursor is at the colon. */
function entryWith(cursor: Cursor, place: Place, key: GreenScalar): GreenEntry | undefined {
  const colonEnd = ++cursor.at;
  if (!isBlank(cursor.text.charCodeAt(colonEnd)) || spansLines(cursor.text, key)) return odd(cursor);
  cursor.isAfterComment = false;
  const value = nodeBehind(cursor, place, undefined);
  return cursor.isOdd ? undefined : entryOf(key, value, colonEnd);
}

/** A key that is not the first one of its mapping, with the cursor at its colon; nothing for anything else. */
function nextKey(cursor: Cursor): GreenScalar | undefined {
  const { text, at, column } = cursor;
  if (isQuote(text.charCodeAt(at))) {
    const key = quotedScalar(cursor, column, undefined);
    return key && isAtColon(cursor) ? key : undefined;
  }
  if (!startsPlain(text, at, false)) return undefined;
  const stop = plainStop(text, at);
  cursor.at = stop;
  return text.charCodeAt(stop) === COLON ? plainKey(text, at, withoutBlanks(text, stop), column) : undefined;
}

/** The cursor is at the first dash. */
function sequence(cursor: Cursor, depth: number, tag: Tag | undefined): GreenSequence | undefined {
  if (depth >= MAX_DEPTH - 1) return odd(cursor);
  const { column, at: start } = cursor;
  const place = { parent: column, depth: depth + 1, isOfKey: false };
  const items: GreenNode[] = [];
  let end = start;
  do {
    const item = nodeBehindDash(cursor, place);
    if (!item || cursor.isOdd) return odd(cursor);
    items.push(item);
    end = item.end;
  } while (cursor.column === column && isDash(cursor));
  return cursor.column > column ? odd(cursor) : sequenceOf(start, end, tag, false, items);
}

/** An item of a list, which may start a collection in the same line. */
function nodeBehindDash(cursor: Cursor, place: Place): GreenNode | undefined {
  const { text, at: dash } = cursor;
  const at = pastSpaces(text, dash + 1);
  cursor.isAfterComment = false;
  if (isLineEnd(text.charCodeAt(at)) || text.charCodeAt(at) === HASH) {
    cursor.at = dash + 1;
    return nodeBelow(cursor, place, undefined) ?? valueScalar(at, at, undefined, null, '', 'plain', 0);
  }
  cursor.at = at;
  cursor.column += at - dash;
  return nodeAtStart(cursor, place, undefined);
}

/** A value behind a colon or a tag; nothing if none is written. */
function nodeBehind(cursor: Cursor, place: Place, tag: Tag | undefined): GreenNode | undefined {
  const at = pastSpaces(cursor.text, cursor.at);
  const code = cursor.text.charCodeAt(at);
  if (!isLineEnd(code) && code !== HASH) {
    cursor.at = at;
    return nodeInLine(cursor, place, tag);
  }
  const node = nodeBelow(cursor, place, tag);
  return node || !tag ? node : textScalar(at, at, tag, '', 'plain', 0);
}

/** A value that starts below its key, dash or tag. */
function nodeBelow(cursor: Cursor, place: Place, tag: Tag | undefined): GreenNode | undefined {
  toNextLine(cursor);
  if (cursor.isOdd) return undefined;
  const isBelow = cursor.column > place.parent || (place.isOfKey && cursor.column === place.parent && isDash(cursor));
  return isBelow ? nodeAtStart(cursor, place, tag) : undefined;
}

/** A value at whose place no collection can start but one in brackets. */
function nodeInLine(cursor: Cursor, place: Place, tag: Tag | undefined): GreenNode | undefined {
  const { text, at } = cursor;
  const { parent, depth } = place;
  const code = text.charCodeAt(at);
  if (code === EXCLAMATION_MARK) {
    const found = tag ? odd(cursor) : tagAt(cursor);
    return found && nodeBehind(cursor, place, found);
  }
  if (code === BAR || code === GREATER_THAN) return blockScalar(cursor, parent, tag);
  if (isQuote(code)) return untilNextLine(cursor, quotedScalar(cursor, parent, tag));
  if (code === OPENING_BRACKET || code === OPENING_BRACE)
    return untilNextLine(cursor, flowCollection(cursor, parent, depth, tag));
  const stop = plainStop(text, at);
  return startsPlain(text, at, false) && text.charCodeAt(stop) !== COLON ? plain(cursor, parent, tag, stop) : odd(cursor);
}

function untilNextLine(cursor: Cursor, node: GreenNode | undefined): GreenNode | undefined {
  if (node) toNextLine(cursor);
  return node;
}

/** Plain text that is no key, on this line and those below that are deeper. */
function plain(cursor: Cursor, parent: number, tag: Tag | undefined, firstStop: Offset): GreenScalar | undefined {
  const { text, at: start, column } = cursor;
  if (cursor.isAfterComment) return odd(cursor);
  const firstEnd = withoutBlanks(text, firstStop);
  let stop = firstStop;
  let end = firstEnd;
  for (;;) {
    cursor.at = end;
    toNextLine(cursor);
    if (cursor.column <= parent || cursor.isOdd || cursor.isAfterComment || text.charCodeAt(stop) === HASH) break;
    stop = plainStop(text, cursor.at);
    if (text.charCodeAt(stop) === COLON) return odd(cursor);
    end = withoutBlanks(text, stop);
  }
  return end === firstEnd ? plainScalar(text, start, end, tag, column) : foldedScalar(text, start, end, tag, column);
}
