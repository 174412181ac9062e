/**
 * Makes text edits in the file's own style. Beside the parser, the only place that knows two languages. What an edit says is worked out
 * when it is looked at; whether there is one is known at once.
 */
import type { TextEdit } from '../../text/edit.ts';
import type { Entry, MappingNode, ScalarNode, SequenceNode, SyntaxNode, SyntaxTree } from '../node.ts';
import * as adding from './add.ts';
import { type Arranged, arrangeItems as arrange } from './arrange.ts';
import type { Draft } from './draft.ts';
import { later as madeLater } from './later.ts';
import * as removing from './remove.ts';
import * as replacing from './replace.ts';
import * as setting from './set.ts';
import { type Desk, deskOf } from './settle.ts';
import * as typing from './typing.ts';

export type { Arranged } from './arrange.ts';
export { addComment } from './comment.ts';
export { renderDocument, toDraft } from './convert.ts';
export type { Draft, DraftCall, DraftMapping } from './draft.ts';
export { getAtt, join, mapping, ref, sub } from './draft.ts';
export { renameKey, replaceText } from './scalarEdits.ts';
export { inString } from './typing.ts';

/** Adds an entry to a mapping: behind `after`, or at the end. The key must not be there yet. */
export function addEntry(tree: SyntaxTree, mapping: MappingNode, key: string, value: Draft, after?: Entry): TextEdit {
  return later(tree, (desk) => adding.addEntry(desk.tree, desk.node(mapping), key, value, after && desk.entry(after)));
}

/** Adds an entry in front of all others. The key must not be there yet. */
export function addFirstEntry(tree: SyntaxTree, mapping: MappingNode, key: string, value: Draft): TextEdit {
  return later(tree, (desk) => adding.addFirstEntry(desk.tree, desk.node(mapping), key, value));
}

/** Adds an item at the end of a list. */
export function addItem(tree: SyntaxTree, sequence: SequenceNode, item: Draft): TextEdit {
  return later(tree, (desk) => adding.addItem(desk.tree, desk.node(sequence), item));
}

/** Gives a key this value, whether it is there already or not. */
export function setEntry(tree: SyntaxTree, mapping: MappingNode, key: string, value: Draft): TextEdit {
  return later(tree, (desk) => setting.setEntry(desk.tree, desk.node(mapping), key, value));
}

/**
 * Adds an item to the list under a key. Without the key, a list of one is written; a single value becomes a list with both.
 * A call of an intrinsic function counts as a single value.
 */
export function addToList(tree: SyntaxTree, mapping: MappingNode, key: string, item: Draft): TextEdit {
  return later(tree, (desk) => setting.addToList(desk.tree, desk.node(mapping), key, item));
}

/** Puts another value in the place of a node and its tag; an anchor stays. Under an alias this changes the anchor's value. */
export function replaceValue(tree: SyntaxTree, node: SyntaxNode, value: Draft): TextEdit {
  return later(tree, (desk) => replacing.replaceValue(desk.tree, desk.node(node), value));
}

/** Removes an entry with its lines, its comma and the comments directly above it. A mapping's only entry leaves `{}`. */
export function removeEntry(tree: SyntaxTree, mapping: MappingNode, entry: Entry): TextEdit {
  return later(tree, (desk) => removing.removeEntry(desk.tree, desk.node(mapping), desk.entry(entry)));
}

/** Removes entries together: of two that stand side by side, neither could be removed beside the other by an edit of its own. */
export function removeEntries(tree: SyntaxTree, mapping: MappingNode, entries: readonly Entry[]): readonly TextEdit[] {
  const desk = deskOf(tree);
  return removing.removeEntries(desk.tree, desk.node(mapping), entries.map(desk.entry)).map(desk.edit);
}

/** Removes an item with its lines, its comma and the comments directly above it. A list's only item leaves `[]`. */
export function removeItem(tree: SyntaxTree, sequence: SequenceNode, item: SyntaxNode): TextEdit {
  return later(tree, (desk) => removing.removeItem(desk.tree, desk.node(sequence), desk.node(item)));
}

/**
 * Gives a list these items in this order. Items that stay keep the way they are written and the comments that belong to them.
 *
 * @returns nothing where a comment would be lost, or where items share a line with something else
 */
export function arrangeItems(tree: SyntaxTree, sequence: SequenceNode, items: readonly Arranged[]): TextEdit | undefined {
  const desk = deskOf(tree);
  const list = desk.node(sequence);
  const counterpart = (item: SyntaxNode): SyntaxNode => list.items[sequence.items.indexOf(item)] ?? desk.node(item);
  const settled = items.map((each) => ('item' in each ? { ...each, item: counterpart(each.item) } : each));
  const edit = arrange(desk.tree, list, settled);
  return edit && desk.edit(edit);
}

/** Writes a text in the place of the piece [from, to) of a half-typed word, in its quotes if it has any. */
export function typeText(tree: SyntaxTree, word: ScalarNode, from: number, to: number, text: string): TextEdit {
  const desk = deskOf(tree);
  return desk.edit(typing.typeText(desk.tree, desk.node(word), from, to, text));
}

/** Writes a value in the place of a half-typed word, in a list with the comma that its neighbour needs. */
export function typeValue(tree: SyntaxTree, word: ScalarNode, value: Draft): TextEdit {
  const desk = deskOf(tree);
  return desk.edit(typing.typeValue(desk.tree, desk.node(word), value));
}

/** Writes an entry in the place of a half-typed key; where the key has its colon already, only another key. */
export function typeEntry(tree: SyntaxTree, word: ScalarNode, key: string, value: Draft): TextEdit {
  const desk = deskOf(tree);
  return desk.edit(typing.typeEntry(desk.tree, desk.node(word), key, value));
}

/** The comma that is missing between the member in front of a half-typed word and the word. */
export function commaBefore(tree: SyntaxTree, word: ScalarNode): TextEdit | undefined {
  const desk = deskOf(tree);
  const edit = typing.commaBefore(desk.tree, desk.node(word));
  return edit && desk.edit(edit);
}

/** See `Desk`: the document is settled for those edits only that are looked at. */
function later(tree: SyntaxTree, make: (desk: Desk) => TextEdit): TextEdit {
  return madeLater(() => {
    const desk = deskOf(tree);
    return desk.edit(make(desk));
  });
}
