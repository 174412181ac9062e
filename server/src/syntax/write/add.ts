import type { TextEdit } from '../../text/edit.ts';
import type { Entry, MappingNode, SequenceNode, SyntaxTree } from '../node.ts';
import type { Draft } from './draft.ts';

/** Adds an entry to a mapping: behind `after`, or at the end. The key must not be there yet. */
export function addEntry(tree: SyntaxTree, mapping: MappingNode, key: string, value: Draft, after?: Entry): TextEdit {
  void [tree, key, value, after];
  return { span: mapping.span, newText: '' };
}

/** Adds an item at the end of a list. */
export function addItem(tree: SyntaxTree, sequence: SequenceNode, item: Draft): TextEdit {
  void [tree, item];
  return { span: sequence.span, newText: '' };
}

/**
 * Adds an item to the list under a key. Without the key, a list of one is written; a single value becomes a list with both.
 * A call of an intrinsic function counts as a single value.
 */
export function addToList(tree: SyntaxTree, mapping: MappingNode, key: string, item: Draft): TextEdit {
  void [tree, key, item];
  return { span: mapping.span, newText: '' };
}
