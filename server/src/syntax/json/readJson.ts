import type { SyntaxProblem } from '../../text/sourceText.ts';
import type { Offset } from '../../text/span.ts';
import { MAX_DEPTH, tooDeep } from '../tree/depth.ts';
import { duplicateKeys } from '../tree/duplicateKeys.ts';
import type { GreenEntry, GreenMapping, GreenNode, GreenRead, GreenScalar, GreenSequence } from '../tree/green.ts';
import { mappingOf, sequenceOf, valueScalar } from '../tree/making.ts';
import { jsonProblem } from './problems.ts';
import { type JsonToken, type JsonTokens, jsonTokens } from './tokens.ts';

/** What a JSON text says, comments and trailing commas allowed, and what of it could not be read. */
export function readJson(text: string): GreenRead {
  const problems: SyntaxProblem[] = [];
  const tokens = jsonTokens(text, problems);
  const reader: Reader = { text, tokens, problems, open: [] };
  const root = value(reader);
  const rest = tokens.current();
  if (rest.kind !== 'end') problems.push(jsonProblem('unexpected-text', rest.start, rest.end));
  return { root, problems, aliases: false };
}

/** Reads a text that is one member of an object, `"key": value`, or a key with its colon only. */
export function readJsonMember(text: string): GreenRead {
  const problems: SyntaxProblem[] = [];
  const tokens = jsonTokens(text, problems);
  const found = entry({ text, tokens, problems, open: [] });
  const isAll = tokens.current().kind === 'end';
  const root: GreenMapping | undefined = found && isAll ? mappingOf(0, text.length, undefined, true, [found]) : undefined;
  return { root, problems: problems.filter(({ code }) => code !== 'missing-value' || found?.value), aliases: false };
}

interface Reader {
  readonly text: string;
  readonly tokens: JsonTokens;
  readonly problems: SyntaxProblem[];
  /** The brackets that are open around the current token, outermost first. */
  readonly open: ('{' | '[')[];
}

/** The value that starts at the current token; nothing if none starts there. */
function value(reader: Reader): GreenNode | undefined {
  const { tokens } = reader;
  const token = tokens.current();
  switch (token.kind) {
    case '{':
    case '[':
      if (reader.open.length >= MAX_DEPTH) return skipped(reader, token);
      return token.kind === '{' ? mapping(reader, token) : sequence(reader, token);
    case 'string':
    case 'literal':
    case 'word':
      tokens.advance();
      if (token.kind === 'word') reader.problems.push(jsonProblem('unquoted-text', token.start, token.end));
      return scalar(token, token.text);
    default:
      return undefined;
  }
}

/** Passes over a collection that is nested too deeply. */
function skipped({ tokens, problems }: Reader, first: JsonToken): undefined {
  if (!problems.some(({ code }) => code === 'too-deep')) problems.push(tooDeep(first.start));
  let depth = 0;
  do {
    const { kind } = tokens.current();
    if (kind === 'end') return;
    if (kind === '{' || kind === '[') depth++;
    if (kind === '}' || kind === ']') depth--;
    tokens.advance();
  } while (depth > 0);
}

function scalar({ start, end, kind, value: decoded }: JsonToken, text: string): GreenScalar {
  return valueScalar(start, end, undefined, decoded, text, kind === 'string' ? 'json' : 'plain', 0);
}

function mapping(reader: Reader, first: JsonToken): GreenMapping {
  const entries: GreenEntry[] = [];
  const end = collection(reader, first, '{', () => {
    const found = entry(reader);
    if (found) entries.push(found);
    return found !== undefined;
  });
  for (const problem of duplicateKeys(entries.map(({ key }) => key))) reader.problems.push(problem);
  return mappingOf(first.start, end, undefined, true, entries);
}

function sequence(reader: Reader, first: JsonToken): GreenSequence {
  const items: GreenNode[] = [];
  const end = collection(reader, first, '[', () => {
    const before = reader.tokens.current();
    const item = value(reader);
    if (item) items.push(item);
    return reader.tokens.current() !== before;
  });
  return sequenceOf(first.start, end, undefined, true, items);
}

/**
 * Reads from the opening bracket to the closing one, which may be missing; returns where it ends.
 * `member` reads one member and says whether there was one.
 */
function collection(reader: Reader, first: JsonToken, bracket: '{' | '[', member: () => boolean): Offset {
  reader.open.push(bracket);
  reader.tokens.advance();
  const separation: Separation = { comma: undefined, isNeeded: false };
  while (!endsHere(reader, bracket)) separatorOrMember(reader, separation, member);
  reader.open.pop();
  return closed(reader, first, bracket, separation);
}

interface Separation {
  /** The comma before the current token. */
  comma: JsonToken | undefined;
  /** Whether a member has ended and the next one needs a comma first. */
  isNeeded: boolean;
}

/** At the closing bracket, at a bracket or a key that belongs further out, and at the end of the text. */
function endsHere({ tokens, open }: Reader, bracket: '{' | '['): boolean {
  const { kind } = tokens.current();
  if (kind === 'end' || kind === CLOSING[bracket]) return true;
  if (bracket === '[' && open.includes('{') && tokens.isKey()) return true;
  return (kind === '}' && open.includes('{')) || (kind === ']' && open.includes('['));
}

const CLOSING = { '{': '}', '[': ']' } as const;

function separatorOrMember({ tokens, problems }: Reader, separation: Separation, member: () => boolean): void {
  const token = tokens.current();
  if (token.kind === ',') {
    if (!separation.isNeeded) problems.push(jsonProblem('unexpected-comma', token.start, token.end));
    separation.comma = token;
    separation.isNeeded = false;
    tokens.advance();
    return;
  }
  if (separation.isNeeded) problems.push(jsonProblem('missing-comma', token.start, token.end));
  if (!member()) {
    problems.push(jsonProblem('unexpected-text', token.start, token.end));
    tokens.advance();
  }
  separation.comma = undefined;
  separation.isNeeded = true;
}

function closed({ tokens, problems }: Reader, first: JsonToken, bracket: '{' | '[', { comma }: Separation): Offset {
  if (tokens.current().kind === CLOSING[bracket]) {
    if (comma) problems.push(jsonProblem('trailing-comma', comma.start, comma.end));
    tokens.advance();
  } else if (!problems.some(({ code }) => code === 'unclosed-bracket')) {
    problems.push(jsonProblem('unclosed-bracket', first.start, first.end));
  }
  return tokens.previousEnd();
}

function entry(reader: Reader): GreenEntry | undefined {
  const { tokens, problems } = reader;
  const first = tokens.current();
  if (first.kind !== 'string' && first.kind !== 'word' && first.kind !== 'literal') return undefined;
  tokens.advance();
  if (first.kind !== 'string') problems.push(jsonProblem('unquoted-key', first.start, first.end));
  const key = scalar(first, first.kind === 'string' ? first.text : reader.text.slice(first.start, first.end));
  if (tokens.current().kind !== ':') {
    problems.push(jsonProblem('missing-colon', first.start, first.end));
    return { key, value: undefined, end: first.end, shift: 0 };
  }
  tokens.advance();
  const colonEnd = tokens.previousEnd();
  const found = tokens.isKey() ? undefined : value(reader);
  if (!found) problems.push(jsonProblem('missing-value', first.start, colonEnd));
  return { key, value: found, end: found?.end ?? colonEnd, shift: 0 };
}
