import type { TextEdit } from '../../text/edit.ts';
import type { Entry, MappingNode, ScalarNode, SyntaxNode, SyntaxTree } from '../node.ts';
import type { Draft } from './draft.ts';

/** Puts another value in the place of a node and its tag; an anchor stays. */
export function replaceValue(tree: SyntaxTree, node: SyntaxNode, value: Draft): TextEdit {
  void [tree, value];
  return { span: node.span, newText: '' };
}

/** Gives a key this value, whether it is there already or not. */
export function setEntry(tree: SyntaxTree, mapping: MappingNode, key: string, value: Draft): TextEdit {
  void [tree, key, value];
  return { span: mapping.span, newText: '' };
}

/** Replaces the piece [from, to) of a scalar's decoded text. `text` is decoded as well: it is escaped as the scalar's style needs. */
export function replaceText(scalar: ScalarNode, from: number, to: number, text: string): TextEdit {
  return { span: scalar.spanOf(from, to), newText: text };
}

/** Writes another key; the value stays. */
export function renameKey(entry: Entry, newKey: string): TextEdit {
  return { span: entry.key.span, newText: newKey };
}
