import { Composer, isAlias, isMap, isPair, isScalar, isSeq, Parser, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { SyntaxProblem } from '../../text/sourceText.ts';
import type { Offset } from '../../text/span.ts';
import { decode } from '../places/index.ts';
import { duplicateKeys } from '../tree/duplicateKeys.ts';
import type {
  Encoding,
  GreenAlias,
  GreenEntry,
  GreenMapping,
  GreenNode,
  GreenRead,
  GreenScalar,
  GreenSequence,
} from '../tree/green.ts';
import { isUnclosedQuote, keyNotText, severalDocuments, unclosedQuote, yamlProblem } from './problems.ts';
import { surveyTokens, type TokenSurvey } from './tokens.ts';

/**
 * Tags that the library does not know stay as they are written, so no table of CloudFormation's is needed here.
 * Repeated keys are left to `duplicateKeys.ts`: the library's own search takes quadratic time.
 */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  resolveKnownTags: false,
  strict: false,
  prettyErrors: false,
  logLevel: 'silent',
  uniqueKeys: false,
  keepSourceTokens: true,
} as const;

interface Reader {
  readonly text: string;
  readonly survey: TokenSurvey;
  readonly problems: SyntaxProblem[];
}

/** What a slice of YAML text says, and what of it could not be read. Offsets count from the slice's start. */
export function readYaml(text: string): GreenRead {
  const read = readDocument(text, text);
  const swallowed = read.problems.some(
    ({ code, span }) => code === 'unclosed-quote' && text.slice(span.start, span.end).includes('\n'),
  );
  // A quote without a partner swallows all that follows. With a partner behind the end, in a comment, the library
  // itself sees that the lines below are not indented as a continuation, and ends the text on its line.
  return swallowed ? readDocument(text, `${text}\n#"'`) : read;
}

/** @param lexed `text`, perhaps with something behind its end that is not to be seen */
function readDocument(text: string, lexed: string): GreenRead {
  const tokens = [...new Parser().parse(lexed)];
  const survey = surveyTokens(tokens);
  const [document, next] = new Composer(OPTIONS).compose(tokens, true, lexed.length);
  const reader: Reader = { text, survey, problems: [...survey.problems] };
  // Quotes that are not closed are found below, with their spans.
  const errors = document?.errors.filter((error) => !isUnclosedQuote(error)) ?? [];
  reader.problems.push(...errors.map((error) => yamlProblem(error, text)));
  if (next) reader.problems.push(severalDocuments(next.range[0], text));
  const root = green(reader, document?.contents);
  return { root, problems: reader.problems, aliases: survey.aliases };
}

/** The green node for a node of the library; nothing for a value that is not written at all. */
function green(reader: Reader, node: unknown): GreenNode | undefined {
  if (isScalar(node)) return isUnwritten(node) ? undefined : scalar(reader, node);
  if (isMap(node)) return mapping(reader, node);
  if (isSeq(node)) return sequence(reader, node);
  return isAlias(node) ? alias(node.source, node.range) : undefined;
}

function isUnwritten(node: Scalar): boolean {
  const [start, end] = rangeOf(node.range);
  return start === end && !node.tag && !node.anchor;
}

function scalar(reader: Reader, node: Scalar): GreenScalar {
  const [start, rangeEnd] = rangeOf(node.range);
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
function written({ text, problems }: Reader, encoding: Encoding, start: Offset, rangeEnd: Offset, source: string) {
  // A block scalar's range reaches to the start of the next line.
  if (encoding === 'literal' || encoding === 'folded') return { source, end: lastLineEnd(text, start, rangeEnd) };
  const quote = encoding === 'single' ? "'" : '"';
  const isClosed = rangeEnd <= text.length && rangeEnd > start + 1 && text[rangeEnd - 1] === quote;
  if (encoding === 'plain' || isClosed) return { source, end: rangeEnd };
  // Without the closing quote the library drops the last character.
  const end = lastLineEnd(text, start, Math.min(rangeEnd, text.length));
  problems.push(unclosedQuote({ start, end }));
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

function mapping(reader: Reader, node: YAMLMap): GreenMapping {
  const [rangeStart, rangeEnd] = rangeOf(node.range);
  const flow = node.flow === true;
  const entries = node.items.flatMap((item) => entry(reader, item) ?? []);
  reader.problems.push(...duplicateKeys(entries));
  const start = flow ? rangeStart : (entries[0]?.key.outerStart ?? rangeStart);
  const end = flow ? rangeEnd : (entries.at(-1)?.end ?? rangeEnd);
  return { kind: 'mapping', start, end, ...tagBefore(reader, node.tag, start), anchor: node.anchor, flow, entries };
}

function entry(reader: Reader, item: unknown): GreenEntry | undefined {
  if (!isPair(item)) return undefined;
  const key = keyScalar(reader, item.key);
  const value = green(reader, item.value);
  const colon = item.srcToken?.sep?.find((token) => token.type === 'map-value-ind');
  const end = value?.end ?? (colon ? colon.offset + 1 : key.end);
  return { key, value, end, shift: 0 };
}

/** A key as text: what is written, where it is a number or the like; a collection's source text, with a problem. */
function keyScalar(reader: Reader, node: unknown): GreenScalar {
  if (isScalar(node)) {
    const key = scalar(reader, node);
    return key.value === null ? { ...key, text: node.source ?? '' } : key;
  }
  const [start, end] = isMap(node) || isSeq(node) || isAlias(node) ? rangeOf(node.range) : [0, 0];
  reader.problems.push(keyNotText({ start, end }));
  const text = reader.text.slice(start, end);
  return { ...bare(start, end), kind: 'scalar', value: text, text, encoding: 'plain', indent: 0 };
}

function sequence(reader: Reader, node: YAMLSeq): GreenSequence {
  const [rangeStart, rangeEnd] = rangeOf(node.range);
  const flow = node.flow === true;
  const items = node.items.flatMap((item) => (isScalar(item) ? scalar(reader, item) : (green(reader, item) ?? [])));
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

function alias(name: string, range: Range): GreenAlias {
  const [start, end] = rangeOf(range);
  return { ...bare(start, end), kind: 'alias', name };
}

function bare(start: Offset, end: Offset) {
  return { start, end, outerStart: start, tag: undefined, anchor: undefined };
}

/** The tag as it is written. Tags of YAML itself (`!!str`) are carried out in the value and not shown. */
function tagBefore(reader: Reader, resolved: string | undefined, start: Offset) {
  const token = resolved
    ? reader.survey.tags.findLast(({ offset }) => offset < start || (offset === start && start === 0))
    : undefined;
  if (!token) return { outerStart: start, tag: undefined };
  const isYamlsOwn = token.source === '!' || resolved?.startsWith('tag:yaml.org,2002:');
  return { outerStart: token.offset, tag: isYamlsOwn ? undefined : token.source };
}

type Range = readonly [number, number, number] | null | undefined;

function rangeOf(range: Range): readonly [Offset, Offset] {
  return range ? [range[0], range[1]] : [0, 0];
}
