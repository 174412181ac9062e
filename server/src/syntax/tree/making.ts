import type { Offset } from '../../text/span.ts';
import type { Encoding, GreenEntry, GreenMapping, GreenNode, GreenScalar, GreenSequence } from './green.ts';

// Nodes are written out field by field, with all fields in one order: a large text has tens of thousands of them.

/** A tag of the author's, as it is written. */
export interface Tag {
  readonly start: Offset;
  readonly name: string;
}

/** A scalar that is text, and nothing but text. */
export function textScalar(
  start: Offset,
  end: Offset,
  tag: Tag | undefined,
  text: string,
  encoding: Encoding,
  indent: number,
): GreenScalar {
  return valueScalar(start, end, tag, text, text, encoding, indent);
}

export function valueScalar(
  start: Offset,
  end: Offset,
  tag: Tag | undefined,
  value: GreenScalar['value'],
  text: string,
  encoding: Encoding,
  indent: number,
): GreenScalar {
  const outerStart = tag === undefined ? start : tag.start;
  return { kind: 'scalar', start, end, outerStart, tag: tag?.name, anchor: undefined, value, text, encoding, indent };
}

/** @param entries are copied: a list that grew keeps room for more */
export function mappingOf(
  start: Offset,
  end: Offset,
  tag: Tag | undefined,
  flow: boolean,
  entries: readonly GreenEntry[],
): GreenMapping {
  const outerStart = tag === undefined ? start : tag.start;
  return { kind: 'mapping', start, end, outerStart, tag: tag?.name, anchor: undefined, flow, entries: entries.slice() };
}

/** @param items are copied: a list that grew keeps room for more */
export function sequenceOf(
  start: Offset,
  end: Offset,
  tag: Tag | undefined,
  flow: boolean,
  items: readonly GreenNode[],
): GreenSequence {
  const outerStart = tag === undefined ? start : tag.start;
  return { kind: 'sequence', start, end, outerStart, tag: tag?.name, anchor: undefined, flow, items: items.slice() };
}

/** @param colonEnd where the entry ends if it has no value */
export function entryOf(key: GreenScalar, value: GreenNode | undefined, colonEnd: Offset): GreenEntry {
  return { key, value, end: value === undefined ? colonEnd : value.end, shift: 0 };
}
