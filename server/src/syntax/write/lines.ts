import type { Offset } from '../../text/span.ts';

/** Where the line of an offset starts; a byte order mark is no part of it. */
export function lineStart(text: string, offset: Offset): Offset {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: Offset): Offset {
  const lineBreak = text.indexOf('\n', offset);
  if (lineBreak < 0) return text.length;
  return lineBreak > offset && text[lineBreak - 1] === '\r' ? lineBreak - 1 : lineBreak;
}

/** Where the next line starts; the text's end behind the last one. */
export function nextLine(text: string, offset: Offset): Offset {
  const lineBreak = text.indexOf('\n', offset);
  return lineBreak < 0 ? text.length : lineBreak + 1;
}

export function columnOf(text: string, offset: Offset): number {
  return offset - lineStart(text, offset);
}

/** The white space that the line of an offset starts with. */
export function indentOf(text: string, offset: Offset): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), lineEnd(text, offset)))?.[0] ?? '';
}

/** Whether only white space stands before the offset in its line. */
export function isFirstInLine(text: string, offset: Offset): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** Whether an empty line stands between two offsets. */
export function hasBlankLine(text: string, from: Offset, to: Offset): boolean {
  return /\n[ \t]*\r?\n/.test(text.slice(from, to));
}

/** The line without white space around it. */
export function lineAt(text: string, offset: Offset): string {
  return text.slice(lineStart(text, offset), lineEnd(text, offset)).trim();
}

/** The start of the comment lines directly above a line, as long as they are indented as it is. */
export function commentsAbove(text: string, offset: Offset): Offset {
  const indent = indentOf(text, offset);
  let start = lineStart(text, offset);
  for (let above = start - 1; above > 0; above = start - 1) {
    const isComment = /^(?:#|\/\/|\/\*.*\*\/$)/.test(lineAt(text, above));
    if (!isComment || indentOf(text, above) !== indent) break;
    start = lineStart(text, above);
  }
  return start;
}

/** The lines of `text` behind the first, moved to the right or, if `by` is negative, to the left; empty ones stay empty. */
export function shifted(text: string, by: number): string {
  const pad = ' '.repeat(Math.max(0, by));
  return text.replace(/\n([ \t]+|(?=[^\r\n]))/g, (_, indent: string) => `\n${pad}${indent.slice(Math.max(0, -by))}`);
}
