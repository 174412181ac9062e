import type { TextEdit } from '../../text/edit.ts';
import type { Entry, MappingNode, SequenceNode, SyntaxTree } from '../node.ts';
import { blockEntry, blockItem } from './block.ts';
import type { Draft } from './draft.ts';
import { flowEntryLine, flowKey, flowLine, flowValue } from './flow.ts';
import { insertMember, type Writing } from './insert.ts';
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

/** Adds an item at the end of a list. */
export function addItem(tree: SyntaxTree, sequence: SequenceNode, item: Draft): TextEdit {
  const writing: Writing = {
    block: (style, column) => blockItem(style, item, column),
    line: (style, dialect) => flowLine(style, dialect, item),
    lines: (style, dialect, indent) => flowValue(style, dialect, item, indent),
  };
  return insertMember(tree, sequence, writing);
}
