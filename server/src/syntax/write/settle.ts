import type { TextEdit } from '../../text/edit.ts';
import { addressed } from '../inText.ts';
import type { Entry, SyntaxNode, SyntaxTree } from '../node.ts';
import { settledTree } from '../parse.ts';
import { settledEntry, settledNode } from '../settled.ts';
import { writtenLater } from './later.ts';

/** Where edits are made: in a tree whose spans are offsets of its text. What comes of them has addresses again. */
export interface Desk {
  readonly tree: SyntaxTree;
  readonly node: <N extends SyntaxNode>(node: N) => N;
  readonly entry: (entry: Entry) => Entry;
  readonly edit: (edit: TextEdit) => TextEdit;
}

export function deskOf(tree: SyntaxTree): Desk {
  return {
    tree: settledTree(tree),
    node: (node) => settledNode(tree, node),
    entry: (entry) => settledEntry(tree, entry),
    edit: (edit) => writtenLater(addressed(tree, edit.span), () => edit.newText),
  };
}
