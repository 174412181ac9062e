import type { Change } from '../../text/change.ts';
import type { Offset, Span } from '../../text/span.ts';
import type { SectionSplit, Split } from '../slices/split.ts';

/** A top-level entry while its lines are passed over. */
interface OpenSection {
  readonly start: Offset;
  /** Nothing but the key is on its line, and nothing but keys below so far: the value may be split. */
  splittable: boolean;
  /** The column of the inner keys, once one was seen. */
  column: number | undefined;
  readonly innerStarts: Offset[];
}

/**
 * Splits a block mapping by its lines, without reading it. A piece starts at a line with a key in the column of its
 * level and reaches to the next such line, so what is odd in a piece stays in it. Nothing for texts that do not start
 * with a key in the first column, or that have several documents or directives: they are read whole.
 */
export function splitYaml(text: string): Split | undefined {
  const sections: OpenSection[] = [];
  for (let line = preambleEnd(text), next = 0; line < text.length; line = next) {
    next = text.indexOf('\n', line) + 1 || text.length;
    const first = pastSpaces(text, line);
    const section = sections.at(-1);
    const isDeeper = section?.column !== undefined && first - line > section.column;
    if (!isDeeper && !isBlankOrComment(text, first) && !takeLine(text, sections, line, first)) return undefined;
  }
  if (sections.length === 0) return undefined;
  return { braces: undefined, sections: sections.map((section, i) => closed(section, sections[i + 1]?.start ?? text.length)) };
}

/**
 * Whether a text is split in the same places as before a change inside an inner piece: it is where the lines that changed are passed over in
 * both versions.
 */
export function staysWholeYaml(before: string, after: string, piece: Span, { start, endBefore, endAfter }: Change): boolean {
  const column = pastSpaces(after, piece.start) - piece.start;
  const line = after.lastIndexOf('\n', start - 1) + 1;
  return line > piece.start && areInside(before, line, endBefore, column) && areInside(after, line, endAfter, column);
}

/** Whether all lines from one that starts at an offset to the one around another are blank, comments, or deeper than a column. */
function areInside(text: string, from: Offset, to: Offset, column: number): boolean {
  for (let line = from; line <= to; line = text.indexOf('\n', line) + 1 || text.length + 1) {
    const first = pastSpaces(text, line);
    if (first - line <= column && !isBlankOrComment(text, first)) return false;
  }
  return true;
}

/** Takes a line with content; false if the text cannot be split because of it. */
function takeLine(text: string, sections: OpenSection[], line: Offset, first: Offset): boolean {
  const section = sections.at(-1);
  if (first > line) {
    if (section?.splittable) takeInnerLine(text, section, line, first);
  } else if (keyEnd(text, line) > 0) {
    sections.push({ start: line, splittable: isBareKey(text, line), column: undefined, innerStarts: [] });
    return true;
  } else if (MARKER.test(text.slice(line, line + 4))) {
    return false;
  } else if (section && section.column === undefined) {
    section.splittable = false;
  }
  return section !== undefined;
}

/** A `---` or `...` line, or a directive. */
const MARKER = /^(?:(?:---|\.\.\.)(?:\s|$)|%)/;

/** Where the first line starts that is neither blank, a comment nor the first `---`. */
export function preambleEnd(text: string): Offset {
  const first = firstContent(text, text.startsWith('\uFEFF') ? 1 : 0);
  DOCUMENT_START.lastIndex = first;
  return DOCUMENT_START.test(text) ? firstContent(text, DOCUMENT_START.lastIndex) : first;
}

const DOCUMENT_START = /---[ \t]*(?:[ \t]#[^\n]*)?\r?\n/y;

function firstContent(text: string, from: Offset): Offset {
  let line = from;
  while (line < text.length && isBlankOrComment(text, line)) line = text.indexOf('\n', line) + 1 || text.length;
  return line;
}

function takeInnerLine(text: string, section: OpenSection, line: Offset, first: Offset): void {
  const isKey = keyEnd(text, first) > 0;
  if (section.column === undefined) {
    if (isKey) section.column = first - line;
    else section.splittable = false;
  }
  if (isKey && first - line === section.column) section.innerStarts.push(line);
}

function closed({ start, innerStarts }: OpenSection, end: Offset): SectionSplit {
  const [firstInner] = innerStarts;
  if (firstInner === undefined) return { own: { start, end }, inner: undefined };
  const pieces = innerStarts.map((innerStart, i) => ({ start: innerStart, end: innerStarts[i + 1] ?? end }));
  return { own: { start, end: firstInner }, inner: { braces: undefined, pieces } };
}

function pastSpaces(text: string, line: Offset): Offset {
  let at = line;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

function isBlankOrComment(text: string, at: Offset): boolean {
  BLANK_OR_COMMENT.lastIndex = at;
  return BLANK_OR_COMMENT.test(text);
}

const BLANK_OR_COMMENT = /[ \t\r]*(?:#|\n|$)/y;
/** A key on its line has at most 1024 characters (YAML 1.2.2, 7.4.2): no quote is looked for behind them. */
const KEY =
  /(?:"(?:[^"\\\n]|\\.){0,1024}"[ \t]*|'(?:[^'\n]|''){0,1024}'[ \t]*|[^\s#"'[\]{},&*!|>%@`?:-](?:(?![ \t]#)[^\n])*?):(?=\s|$)/y;
const NOTHING_ELSE = /[ \t]*(?:[ \t]#[^\n]*)?\r?(?:\n|$)/y;

/** Where the key with its colon ends that starts here; 0 if none does. */
function keyEnd(text: string, at: Offset): Offset {
  KEY.lastIndex = at;
  return KEY.test(text) ? KEY.lastIndex : 0;
}

function isBareKey(text: string, at: Offset): boolean {
  NOTHING_ELSE.lastIndex = keyEnd(text, at);
  return NOTHING_ELSE.test(text);
}
