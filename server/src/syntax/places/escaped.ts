import type { Offset } from '../../text/span.ts';
import { type Tape, type TapeWriter, tapeWriter } from './tape.ts';

/** Double quotes in YAML: escapes and folded lines (YAML 1.2.2, 5.7 and 7.3.1). The closing quote may be missing. */
export function doubleQuotedTape(raw: string): Tape {
  const writer = tapeWriter(raw);
  const end = contentEnd(raw);
  for (let at = 1; at < end; ) {
    const next = nextOf(raw, at, end, /[\\\n\r \t]/g);
    writer.copy(at, next);
    if (next >= end) break;
    at = raw[next] === '\\' ? yamlEscape(raw, next, end, writer) : blanks(raw, next, end, writer);
  }
  return writer.tape();
}

/** A JSON string (RFC 8259, 7). The closing quote may be missing. */
export function jsonTape(raw: string): Tape {
  const writer = tapeWriter(raw);
  const end = contentEnd(raw);
  for (let at = 1; at < end; ) {
    const next = nextOf(raw, at, end, /\\/g);
    writer.copy(at, next);
    if (next >= end) break;
    at = jsonEscape(raw, next, end, writer);
  }
  return writer.tape();
}

/** Whether the text ends with a quote that is neither the opening one nor escaped. */
export function isDoubleClosed(raw: string): boolean {
  return raw.endsWith('"') && contentEnd(raw) === raw.length - 1;
}

/** Where the text in the quotes ends: before the closing quote, unless it is missing or escaped. */
function contentEnd(raw: string): Offset {
  let at = 1;
  while (at < raw.length && raw[at] !== '"') at += raw[at] === '\\' ? 2 : 1;
  return Math.min(at, raw.length);
}

function nextOf(raw: string, start: Offset, end: Offset, pattern: RegExp): Offset {
  pattern.lastIndex = start;
  return Math.min(end, pattern.exec(raw)?.index ?? end);
}

/** Spaces stand for themselves, unless they are at the end or the start of a line that goes on. */
function blanks(raw: string, start: Offset, end: Offset, writer: TapeWriter): Offset {
  let at = nextOf(raw, start, end, /[^ \t\r\n]/g);
  const breaks = raw.slice(start, at).split('\n').length - 1;
  if (breaks > 0) {
    writer.put(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), start, at);
    return at;
  }
  if (at === start) at = start + 1;
  writer.copy(start, at);
  return at;
}

function yamlEscape(raw: string, at: Offset, end: Offset, writer: TapeWriter): Offset {
  const letter = raw.charAt(at + 1);
  const lineBreak = /^\r?\n[ \t]*/.exec(raw.slice(at + 1, end));
  if (lineBreak) return at + 1 + lineBreak[0].length;
  const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  if (digits > 0) return codePoint(raw, at, digits, end, writer);
  const after = Math.min(end, at + 2);
  writer.put(YAML_ESCAPES[letter] ?? raw.slice(at, after), at, after);
  return after;
}

function codePoint(raw: string, at: Offset, digits: number, end: Offset, writer: TapeWriter): Offset {
  const after = Math.min(end, at + 2 + digits);
  const hex = raw.slice(at + 2, after);
  const code = hex.length === digits && /^[\dA-Fa-f]+$/.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
  writer.put(code <= 0x10ffff ? String.fromCodePoint(code) : raw.slice(at, after), at, after);
  return after;
}

function jsonEscape(raw: string, at: Offset, end: Offset, writer: TapeWriter): Offset {
  const letter = raw.charAt(at + 1);
  if (letter === 'u') {
    const [hex = ''] = /^[\dA-Fa-f]{0,4}/.exec(raw.slice(at + 2, end)) ?? [];
    const after = at + 2 + hex.length;
    if (hex.length === 4) writer.put(String.fromCharCode(Number.parseInt(hex, 16)), at, after);
    return after;
  }
  const after = Math.min(end, at + 2);
  writer.put(JSON_ESCAPES[letter] ?? '', at, after);
  return after;
}

const JSON_ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

const YAML_ESCAPES: Readonly<Record<string, string>> = {
  ...JSON_ESCAPES,
  '0': '\0',
  a: '\x07',
  e: '\x1b',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '\t': '\t',
};
