import type { Offset } from '../../text/span.ts';

/**
 * The text with the given brackets and quotes put on one line, every character in its place: libyaml and PyYAML take
 * no account of the indentation inside brackets (`unwind_indent` in PyYAML's scanner.py), so templates like that deploy;
 * the library here wants it deeper than the key. Those that are never closed stay as they are.
 * @param unclosed where the brackets and quotes open
 */
export function onOneLine(text: string, unclosed: readonly Offset[]): string {
  let result = '';
  let reached = 0;
  for (const start of [...unclosed].sort((a, b) => a - b)) {
    const end = start < reached ? start : closingEnd(text, start);
    if (end === start) continue;
    result += text.slice(reached, start) + text.slice(start, end).replace(COMMENT_OR_BREAK, blanks);
    reached = end;
  }
  return result + text.slice(reached);
}

/** A quoted text as a whole, or a comment, or a line break. */
const COMMENT_OR_BREAK = /"(?:[^"\\]|\\[\s\S])*"|(?<=^|[\s,[{:])'(?:[^']|'')*'|(?<=\s)#[^\n]*|[\r\n]/g;

function blanks(found: string): string {
  return found.startsWith('#') ? ' '.repeat(found.length) : found.replace(/[\r\n]/g, ' ');
}

/** Behind the bracket or quote that closes the one here; the same offset if there is none. */
function closingEnd(text: string, start: Offset): Offset {
  TOKEN.lastIndex = start;
  let depth = 0;
  for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
    const [token] = found;
    if (depth === 0 && found.index !== start) return start;
    if (token === '[' || token === '{') depth++;
    if (token === ']' || token === '}') depth--;
    if (depth <= 0) return found.index + token.length;
  }
  return start;
}

/** A quoted text, a comment, or a bracket. A quote inside a word is none. */
const TOKEN = /(?<=^|[\s,[{:])"(?:[^"\\]|\\[\s\S])*"|(?<=^|[\s,[{:])'(?:[^']|'')*'|(?<=\s)#[^\n]*|[[\]{}]/g;
