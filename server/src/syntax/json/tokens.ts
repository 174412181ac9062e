import { createScanner } from 'jsonc-parser';
import type { SyntaxProblem } from '../../text/sourceText.ts';
import type { Offset } from '../../text/span.ts';
import { jsonProblem } from './problems.ts';

/** A token of JSON. A `word` is anything unquoted that JSON does not know. */
export interface JsonToken {
  readonly kind: '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'literal' | 'word' | 'end';
  readonly start: Offset;
  readonly end: Offset;
  readonly value: string | number | boolean | null;
  readonly text: string;
}

/** The tokens of a text, one after the other, with one token of lookahead. */
export interface JsonTokens {
  current(): JsonToken;
  /** Whether the current token is a string with a colon behind it. */
  isKey(): boolean;
  advance(): void;
  /** Where the token before the current one ends. */
  previousEnd(): Offset;
}

/** Reads the tokens of a text. What is wrong inside a token, and comments, go to `problems`. */
export function jsonTokens(text: string, problems: SyntaxProblem[]): JsonTokens {
  const scanner = createScanner(text, false);
  if (text.startsWith('\uFEFF')) scanner.setPosition(1);
  const next = (): JsonToken => {
    for (;;) {
      const kind: number = scanner.scan();
      const start = scanner.getTokenOffset();
      const end = start + scanner.getTokenLength();
      const problem = ERRORS[scanner.getTokenError()];
      if (problem) problems.push(jsonProblem(problem, start, end));
      if (kind === LINE_COMMENT || kind === BLOCK_COMMENT) problems.push(jsonProblem('json-comment', start, end));
      else if (kind < LINE_COMMENT || kind > TRIVIA) return token(kind, start, end, scanner.getTokenValue());
    }
  };
  let now = next();
  let ahead: JsonToken | undefined;
  let previousEnd = 0;
  return {
    current: () => now,
    isKey: () => {
      if (now.kind !== 'string') return false;
      ahead ??= next();
      return ahead.kind === ':';
    },
    advance: () => {
      previousEnd = now.end;
      now = ahead ?? next();
      ahead = undefined;
    },
    previousEnd: () => previousEnd,
  };
}

// The scanner's numbers (its `SyntaxKind` and `ScanError` are compile-time only).
const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;
const TRIVIA = 15;
const KINDS = ['word', '{', '}', '[', ']', ',', ':', 'literal', 'literal', 'literal', 'string', 'literal'] as const;
const ERRORS = [
  undefined,
  'unclosed-comment',
  'unclosed-quote',
  'bad-number',
  'bad-escape',
  'bad-escape',
  'control-character',
] as const;

function token(scanned: number, start: Offset, end: Offset, text: string): JsonToken {
  if (scanned === 17) return { kind: 'end', start, end, value: null, text: '' };
  const kind = KINDS[scanned] ?? 'word';
  return { kind, start, end, value: literalValue(scanned, text), text: scanned === 7 ? '' : text };
}

function literalValue(scanned: number, text: string): JsonToken['value'] {
  if (scanned === 7) return null;
  if (scanned === 8 || scanned === 9) return scanned === 8;
  return scanned === 11 ? Number(text) : text;
}
