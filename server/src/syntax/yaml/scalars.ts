import { isAlias, isMap, isScalar, isSeq, type Scalar } from 'yaml';
import type { Offset } from '../../text/span.ts';
import { decode, isClosed } from '../places/index.ts';
import type { Encoding, GreenScalar } from '../tree/green.ts';
import { keyNotText, unclosedQuote } from './problems.ts';
import { type Reader, rangeOf, tagBefore } from './reader.ts';

/** A scalar, its value by YAML's core schema. One with a tag of the author's is text, whatever it looks like. */
export function scalar(reader: Reader, node: Scalar): GreenScalar {
  const [start, rangeEnd] = rangeOf(reader, node.range);
  const encoding = encodingOf(node.type);
  const { source, end } = written(reader, encoding, start, rangeEnd, node.source ?? '');
  const tag = tagBefore(reader, node.tag, start);
  const value = tag.tag === undefined && source === node.source ? plainValue(node.value, source) : source;
  const token = node.srcToken;
  return {
    kind: 'scalar',
    start,
    end,
    ...tag,
    anchor: node.anchor,
    value,
    text: value === null ? '' : source,
    encoding,
    indent: token && 'indent' in token ? token.indent : 0,
  };
}

/** A scalar's decoded text and its end, both put right where the library is off. */
function written(reader: Reader, encoding: Encoding, start: Offset, rangeEnd: Offset, source: string) {
  const { text, lexed } = reader;
  // A block scalar's range reaches to the start of the next line.
  if (encoding === 'literal' || encoding === 'folded') return { source, end: lastLineEnd(text, start, rangeEnd) };
  const raw = text.slice(start, rangeEnd);
  if (isClosed(encoding, raw)) {
    return { source: lexed !== text && raw.includes('\n') ? decode(encoding, raw).text : source, end: rangeEnd };
  }
  // Without the closing quote the library drops the last character.
  const end = lastLineEnd(text, start, rangeEnd);
  reader.problems.push(unclosedQuote({ start, end }));
  reader.unclosed.push(start);
  return { source: decode(encoding, text.slice(start, end)).text, end };
}

/** The end of the last line with anything on it. */
function lastLineEnd(text: string, start: Offset, end: Offset): Offset {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  const lineBreak = text.indexOf('\n', last);
  if (lineBreak === -1 || lineBreak >= end) return end;
  return text[lineBreak - 1] === '\r' ? Math.max(last, lineBreak - 1) : lineBreak;
}

function plainValue(value: unknown, source: string): GreenScalar['value'] {
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : source;
}

function encodingOf(type: Scalar['type']): Encoding {
  switch (type) {
    case 'QUOTE_SINGLE':
      return 'single';
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'BLOCK_LITERAL':
      return 'literal';
    case 'BLOCK_FOLDED':
      return 'folded';
    default:
      return 'plain';
  }
}

/** A key as text: what is written, where it is a number or the like; a collection's source text, with a problem. */
export function keyScalar(reader: Reader, node: unknown): GreenScalar {
  if (isScalar(node)) {
    const key = scalar(reader, node);
    return key.value === null ? { ...key, text: node.source ?? '' } : key;
  }
  const [start, end] = isMap(node) || isSeq(node) || isAlias(node) ? rangeOf(reader, node.range) : [0, 0];
  reader.problems.push(keyNotText({ start, end }));
  const text = reader.text.slice(start, end);
  const encoding = 'plain';
  return {
    kind: 'scalar',
    start,
    end,
    outerStart: start,
    tag: undefined,
    anchor: undefined,
    value: text,
    text,
    encoding,
    indent: 0,
  };
}
