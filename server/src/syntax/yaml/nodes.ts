import { isAlias, isMap, isPair, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Offset } from '../../text/span.ts';
import { duplicateKeys } from '../tree/duplicateKeys.ts';
import type { GreenAlias, GreenEntry, GreenMapping, GreenNode, GreenSequence } from '../tree/green.ts';
import { type Range, type Reader, rangeOf, tagBefore } from './reader.ts';
import { keyScalar, scalar } from './scalars.ts';

/** The green node for a node of the library; nothing for a value that is not written at all. */
export function greenNode(reader: Reader, node: unknown): GreenNode | undefined {
  if (isScalar(node)) return isUnwritten(reader, node) ? undefined : scalar(reader, node);
  if (isMap(node)) return mapping(reader, node);
  if (isSeq(node)) return sequence(reader, node);
  return isAlias(node) ? alias(reader, node.source, node.range) : undefined;
}

function isUnwritten(reader: Reader, node: Scalar): boolean {
  const [start, end] = rangeOf(reader, node.range);
  return start === end && !node.tag && !node.anchor;
}

function mapping(reader: Reader, node: YAMLMap): GreenMapping {
  const [rangeStart, rangeEnd] = rangeOf(reader, node.range);
  const flow = node.flow === true;
  if (flow) noteUnclosed(reader, rangeStart, rangeEnd);
  const entries = node.items.flatMap((item) => entry(reader, item) ?? []);
  for (const problem of duplicateKeys(entries.map(({ key }) => key))) reader.problems.push(problem);
  const start = flow ? rangeStart : (entries[0]?.key.outerStart ?? rangeStart);
  const end = flow ? rangeEnd : (entries.at(-1)?.end ?? rangeEnd);
  return { kind: 'mapping', start, end, ...tagBefore(reader, node.tag, start), anchor: node.anchor, flow, entries };
}

function entry(reader: Reader, item: unknown): GreenEntry | undefined {
  if (!isPair(item)) return undefined;
  const key = keyScalar(reader, item.key);
  const value = greenNode(reader, item.value);
  const colon = item.srcToken?.sep?.find((token) => token.type === 'map-value-ind');
  const end = value?.end ?? (colon ? colon.offset + 1 : key.end);
  return { key, value, end, shift: 0 };
}

function sequence(reader: Reader, node: YAMLSeq): GreenSequence {
  const [rangeStart, rangeEnd] = rangeOf(reader, node.range);
  const flow = node.flow === true;
  if (flow) noteUnclosed(reader, rangeStart, rangeEnd);
  const items = node.items.flatMap((item) => (isScalar(item) ? scalar(reader, item) : (greenNode(reader, item) ?? [])));
  const end = flow ? rangeEnd : (items.at(-1)?.end ?? rangeStart + 1);
  return {
    kind: 'sequence',
    start: rangeStart,
    end,
    ...tagBefore(reader, node.tag, rangeStart),
    anchor: node.anchor,
    flow,
    items,
  };
}

function alias(reader: Reader, name: string, range: Range): GreenAlias {
  const [start, end] = rangeOf(reader, range);
  return { kind: 'alias', start, end, outerStart: start, tag: undefined, anchor: undefined, name };
}

/** Takes down a collection in brackets whose closing bracket the library did not find. */
function noteUnclosed({ lexed, unclosed }: Reader, start: Offset, end: Offset): void {
  const closing = lexed[start] === '{' ? '}' : lexed[start] === '[' ? ']' : undefined;
  if (closing && (end === start + 1 || lexed[end - 1] !== closing)) unclosed.push(start);
}
