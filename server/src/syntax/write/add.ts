import type { TextEdit } from '../../text/edit.ts';
import type { Offset } from '../../text/span.ts';
import type { Entry, MappingNode, SequenceNode, SyntaxTree } from '../node.ts';
import { blockEntry, blockItem } from './block.ts';
import type { Draft } from './draft.ts';
import { flowEntryLine, flowKey, flowLine, flowValue } from './flow.ts';
import { blockColumn, dialectOf, insertMember, styleNear, type Writing } from './insert.ts';
import { indentOf, isFirstInLine } from './lines.ts';
import { ownEntries } from './members.ts';

/** Adds an entry to a mapping: behind `after`, or at the end. The key must not be there yet. */
export function addEntry(tree: SyntaxTree, mapping: MappingNode, key: string, value: Draft, after?: Entry): TextEdit {
  const writing: Writing = {
    block: (style, column) => blockEntry(style, key, value, column),
    line: (style, dialect) => flowEntryLine(style, dialect, key, value),
    lines: (style, dialect, indent) => flowKey(style, dialect, key) + flowValue(style, dialect, value, indent),
  };
  return insertMember(tree, mapping, writing, after && ownEntries(mapping).indexOf(after));
}

/** Adds an entry in front of all others. The key must not be there yet. */
export function addFirstEntry(tree: SyntaxTree, mapping: MappingNode, key: string, value: Draft): TextEdit {
  const [first] = ownEntries(mapping);
  if (!first) return addEntry(tree, mapping, key, value);
  const { start } = first.key.outerSpan;
  return { span: { start, end: start }, newText: inFront(tree, mapping, start, key, value) };
}

function inFront(tree: SyntaxTree, mapping: MappingNode, start: Offset, key: string, value: Draft): string {
  const { text } = tree.source;
  const style = styleNear(tree, mapping);
  if (!mapping.flow) {
    const column = blockColumn(text, mapping);
    return blockEntry(style, key, value, column) + style.newline + ' '.repeat(column);
  }
  const dialect = dialectOf(tree, mapping);
  if (!isFirstInLine(text, start)) return flowEntryLine(style, dialect, key, value) + style.comma;
  const indent = indentOf(text, start);
  return `${flowKey(style, dialect, key)}${flowValue(style, dialect, value, indent)},${style.newline}${indent}`;
}

/** Adds an item at the end of a list. */
export function addItem(tree: SyntaxTree, sequence: SequenceNode, item: Draft): TextEdit {
  const writing: Writing = {
    block: (style, column) => blockItem(style, item, column),
    line: (style, dialect) => flowLine(style, dialect, item),
    lines: (style, dialect, indent) => flowValue(style, dialect, item, indent),
  };
  return insertMember(tree, sequence, writing);
}
