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
    result += text.slice(reached, start);
    for (let at = start; at < end; at = tokenEnd(text, at)) result += onLine(text.slice(at, tokenEnd(text, at)));
    reached = end;
  }
  return result + text.slice(reached);
}

function onLine(token: string): string {
  return token.length > 1 && token.startsWith('#') ? ' '.repeat(token.length) : token.replace(/[\r\n]/g, ' ');
}

/** Behind the bracket or quote that closes the one here; the same offset if there is none. */
function closingEnd(text: string, start: Offset): Offset {
  let depth = 0;
  for (let at = start; at < text.length; ) {
    const first = text[at];
    const end = tokenEnd(text, at);
    if (first === '[' || first === '{') depth++;
    if (first === ']' || first === '}') depth--;
    if (depth <= 0) return end > at + 1 || first === ']' || first === '}' ? end : start;
    at = end;
  }
  return start;
}

/** The end of the quoted text or comment that starts here, or of the single character. A quote inside a word is none. */
function tokenEnd(text: string, at: Offset): Offset {
  const first = text[at];
  const before = text[at - 1] ?? ' ';
  if (first === '#' && /\s/.test(before)) return lineEnd(text, at);
  const isQuote = (first === '"' || first === "'") && /[\s,[{:]/.test(before);
  return isQuote ? quoteEnd(text, at, first) : at + 1;
}

function lineEnd(text: string, at: Offset): Offset {
  const lineBreak = text.indexOf('\n', at);
  return lineBreak === -1 ? text.length : lineBreak;
}

function quoteEnd(text: string, start: Offset, quote: string): Offset {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) return at + 1;
  }
  return start + 1;
}
