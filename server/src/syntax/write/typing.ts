import type { TextEdit } from '../../text/edit.ts';
import type { MappingNode, ScalarNode, SyntaxNode, SyntaxTree } from '../node.ts';
import { blockEntry, inside } from './block.ts';
import type { Draft } from './draft.ts';
import { flowEntryLine, flowKey, flowValue } from './flow.ts';
import { type Collection, dialectOf, styleNear } from './insert.ts';
import { columnOf, indentOf, isFirstInLine } from './lines.ts';
import { colonEnd, membersOf } from './members.ts';
import { inBrackets, replaceValue } from './replace.ts';
import { renameKey, replaceText } from './scalarEdits.ts';
import { doubleQuoted } from './scalars.ts';

/** Writes a text in the place of the piece [from, to) of a half-typed word, in its quotes if it has any. */
export function typeText(tree: SyntaxTree, word: ScalarNode, from: number, to: number, text: string): TextEdit {
  const { parent } = word;
  if (parent?.flow && word.style === 'plain' && dialectOf(tree, parent) === 'json') return typeValue(tree, word, text);
  const edit = replaceText(word, from, to, text);
  return parent?.flow && word.style === 'plain' ? { ...edit, newText: edit.newText + commaBehind(tree, parent, word) } : edit;
}

/** What is written in a document that stands in a string, as the string has it: on one line, unless the string has lines of its own. */
export function inString(newText: string, { style }: ScalarNode): string {
  if (style === 'literal' || style === 'folded') return newText;
  const line = newText.replaceAll(/\r?\n[ \t]*/g, '');
  return style === 'double' ? doubleQuoted(line).slice(1, -1) : style === 'single' ? line.replaceAll("'", "''") : line;
}

/** Writes a value in the place of a half-typed word, in a list with the comma that its neighbour needs. */
export function typeValue(tree: SyntaxTree, word: ScalarNode, value: Draft): TextEdit {
  const { text } = tree.source;
  const { parent } = word;
  const span = word.outerSpan;
  if (parent?.flow) return { span, newText: inBrackets(tree, parent, word, value) + commaBehind(tree, parent, word) };
  if (parent?.kind === 'mapping' && isFirstInLine(text, span.start))
    return { span, newText: inside(styleNear(tree, parent), value, columnOf(text, span.start)) };
  return replaceValue(tree, word, value);
}

/** Writes an entry in the place of a half-typed key; where the key has its colon already, only another key. */
export function typeEntry(tree: SyntaxTree, word: ScalarNode, key: string, value: Draft): TextEdit {
  const { text } = tree.source;
  const mapping = word.parent;
  const entry = mapping?.kind === 'mapping' ? mapping.entries.find((each) => each.key === word) : undefined;
  if (mapping?.kind !== 'mapping' || !entry) return typeValue(tree, word, { entries: [[key, value]] });
  if (colonEnd(tree, entry) !== undefined) return renameKey(entry, key);
  const span = word.outerSpan;
  if (mapping.flow) return { span, newText: entryInBraces(tree, mapping, word, key, value) };
  return { span, newText: blockEntry(styleNear(tree, mapping), key, value, columnOf(text, span.start)) };
}

function entryInBraces(tree: SyntaxTree, mapping: MappingNode, word: ScalarNode, key: string, value: Draft): string {
  const { text } = tree.source;
  const style = styleNear(tree, mapping);
  const dialect = dialectOf(tree, mapping);
  const comma = commaBehind(tree, mapping, word);
  if (!isFirstInLine(text, word.outerSpan.start)) return flowEntryLine(style, dialect, key, value) + comma;
  return flowKey(style, dialect, key) + flowValue(style, dialect, value, indentOf(text, word.outerSpan.start)) + comma;
}

/** The comma that is missing between the member in front of a word and the word. */
export function commaBefore(tree: SyntaxTree, word: ScalarNode): TextEdit | undefined {
  const { parent } = word;
  const before = parent?.flow ? membersOf(tree, parent).findLast(({ end }) => end <= word.outerSpan.start) : undefined;
  if (!before || tree.source.text.slice(before.end, word.outerSpan.start).includes(',')) return undefined;
  return { span: { start: before.end, end: before.end }, newText: ',' };
}

/** A comma, where another member follows without one. */
function commaBehind(tree: SyntaxTree, collection: Collection, word: SyntaxNode): string {
  const { end } = word.outerSpan;
  const next = membersOf(tree, collection).find(({ start }) => start >= end);
  return next && !tree.source.text.slice(end, next.start).includes(',') ? ',' : '';
}
