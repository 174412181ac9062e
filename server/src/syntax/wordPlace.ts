import type { ScalarNode } from './node.ts';
import { columnOf } from './write/lines.ts';

/** The cursor in a word. */
export interface Cursor {
  /** The text that the word's spans count in. */
  readonly text: string;
  /** The character in front of the cursor. */
  readonly last: string;
  /** The word's own text in front of the cursor, and behind it. */
  readonly before: string;
  readonly after: string;
}

/** Whether what is typed at the cursor is a word by itself: it would neither join with what stands beside it nor break it. In quotes it is. */
export function isWordPlace(node: ScalarNode, cursor: Cursor): boolean {
  if (node.style !== 'plain') return true;
  const { text } = cursor;
  return !isAtAnother(cursor) && !isOverLines(node, text) && !isOutOfLine(node, text) && !hasValueBehind(node, text);
}

/** Whether something else ends where the cursor is, a quoted word or a bracket, or begins there, a list item for instance. */
function isAtAnother({ before, last, after }: Cursor): boolean {
  return /^\s/.test(after) || (before === '' && (!/^[\s[{,:]?$/.test(last) || /\s/.test(after)));
}

/** A word in braces in front of the value that its key has already. */
function hasValueBehind(node: ScalarNode, text: string): boolean {
  const { parent, span } = node;
  if (parent?.kind !== 'mapping' || !parent.flow) return false;
  return parent.entries.some(({ value }) => value === node) && /^[ \t]*["'[{]/.test(text.slice(span.end, span.end + LOOK_AT));
}

/** As far as a value may stand behind the cursor on its line. */
const LOOK_AT = 80;

/** Behind the colon of a key whose value stands below, what is typed would join with all that follows: no word can stand there. */
function isOverLines({ span }: ScalarNode, text: string): boolean {
  return text.slice(span.start, span.end).includes('\n');
}

/** A key further to the right than the others of its mapping: below a list, for instance, where the dash is still missing. */
function isOutOfLine(node: ScalarNode, text: string): boolean {
  const { parent } = node;
  if (parent?.kind !== 'mapping' || parent.flow || !parent.entries.some(({ key }) => key === node)) return false;
  const other = parent.entries.find(({ key }) => key !== node)?.key;
  return other !== undefined && columnOf(text, other.outerSpan.start) !== columnOf(text, node.outerSpan.start);
}
