import type { TextEdit } from '../../text/edit.ts';
import type { Entry, ScalarNode } from '../node.ts';
import { contextOf, writtenText } from '../tree/redNode.ts';
import { doubleQuoted, fitsSingleQuotes, isPlainText, looksTyped, quoted } from './scalars.ts';

/**
 * Replaces the piece [from, to) of a scalar's decoded text. `text` is decoded as well: it is escaped as the scalar's style
 * needs, and the whole scalar is put in quotes where that style cannot hold it.
 */
export function replaceText(scalar: ScalarNode, from: number, to: number, text: string): TextEdit {
  const whole = scalar.text.slice(0, from) + text + scalar.text.slice(to);
  const piece = (newText: string): TextEdit => ({ span: scalar.spanOf(from, to), newText });
  if (foldsAway(scalar, text)) return inQuotes(scalar, whole);
  switch (scalar.style) {
    case 'double':
      return piece(doubleQuoted(text).slice(1, -1));
    case 'single':
      return fitsSingleQuotes(text) ? piece(text.replaceAll("'", "''")) : inQuotes(scalar, whole);
    case 'plain':
      return staysPlain(scalar, whole) ? piece(text) : inQuotes(scalar, whole);
    default:
      return staysBlock(scalar, text, whole) ? piece(text) : inQuotes(scalar, whole);
  }
}

/** Writes another key; the value stays. */
export function renameKey({ key }: Entry, newKey: string): TextEdit {
  return replaceText(key, 0, key.text.length, newKey);
}

function inQuotes(scalar: ScalarNode, text: string): TextEdit {
  return { span: scalar.span, newText: isJson(scalar) ? doubleQuoted(text) : quoted(text, 'single') };
}

function isJson(scalar: ScalarNode): boolean {
  return contextOf(scalar)?.languageId === 'json';
}

/** Over several lines, white space next to a line break is lost, and a line that becomes empty turns into a line break. */
function foldsAway(scalar: ScalarNode, text: string): boolean {
  if (scalar.style === 'literal' || scalar.style === 'folded' || (text !== '' && text === text.trim())) return false;
  return writtenText(scalar).includes('\n');
}

function staysPlain(scalar: ScalarNode, text: string): boolean {
  if (isJson(scalar)) return typeof scalar.value !== 'string' && /^(?:true|false|null|-?\d+(?:\.\d+)?)$/.test(text);
  const isKey = scalar.parent?.kind === 'mapping' && scalar.parent.entries.some(({ key }) => key === scalar);
  const isText = typeof scalar.value === 'string' && scalar.tag === undefined && !isKey;
  return isPlainText(text, isInBrackets(scalar) ? 'flow' : 'block') && !(isText && looksTyped(text));
}

function isInBrackets(scalar: ScalarNode): boolean {
  for (let { parent } = scalar; parent; parent = parent.parent) if (parent.flow) return true;
  return false;
}

/** A block scalar's indentation hangs on its first characters, and its lines on every line break. */
function staysBlock(scalar: ScalarNode, text: string, whole: string): boolean {
  const hasSameLines = fitsSingleQuotes(text) && whole.split('\n').length === scalar.text.split('\n').length;
  return hasSameLines && /^\S/.test(whole) && !/\n[ \t]*\n|[ \t]\n|\n[ \t]/.test(text) && hasSameBlanks(scalar.text, whole);
}

/** Lines that become empty or start with a space would be folded in another way. */
function hasSameBlanks(before: string, after: string): boolean {
  const starts = (text: string): string =>
    text
      .split('\n')
      .map((line) => (line === '' ? '-' : /^\s/.test(line) ? ' ' : 'x'))
      .join('');
  return starts(before) === starts(after);
}
