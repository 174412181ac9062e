/** Makes text edits in the file's own style. Beside the parser, the only place that knows two languages. */
import type { TextEdit } from '../../text/edit.ts';
import type { Offset } from '../../text/span.ts';
import type { Entry, MappingNode, ScalarNode, SequenceNode, SyntaxNode, SyntaxTree } from '../node.ts';
import { addressesIn } from '../parse.ts';
import * as adding from './add.ts';
import { type Arranged, arrangeItems as arrange } from './arrange.ts';
import * as commenting from './comment.ts';
import type { Draft } from './draft.ts';
import * as removing from './remove.ts';
import * as replacing from './replace.ts';
import * as setting from './set.ts';
import { deskOf } from './settle.ts';
import * as typing from './typing.ts';

export type { Arranged } from './arrange.ts';
export { renderDocument, toDraft } from './convert.ts';
export type { Draft, DraftCall, DraftMapping } from './draft.ts';
export { getAtt, join, mapping, ref, sub } from './draft.ts';
export { renameKey, replaceText } from './scalarEdits.ts';
export { inString } from './typing.ts';

/** Adds an entry to a mapping: behind `after`, or at the end. The key must not be there yet. */
export function addEntry(tree: SyntaxTree, mapping: MappingNode, key: string, value: Draft, after?: Entry): TextEdit {
  const desk = deskOf(tree);
  return desk.edit(adding.addEntry(desk.tree, desk.node(mapping), key, value, after && desk.entry(after)));
}

/** Adds an entry in front of all others. The key must not be there yet. */
export function addFirstEntry(tree: SyntaxTree, mapping: MappingNode, key: string, value: Draft): TextEdit {
  const desk = deskOf(tree);
  return desk.edit(adding.addFirstEntry(desk.tree, desk.node(mapping), key, value));
}

/** Adds an item at the end of a list. */
export function addItem(tree: SyntaxTree, sequence: SequenceNode, item: Draft): TextEdit {
  const desk = deskOf(tree);
  return desk.edit(adding.addItem(desk.tree, desk.node(sequence), item));
}

/** Gives a key this value, whether it is there already or not. */
export function setEntry(tree: SyntaxTree, mapping: MappingNode, key: string, value: Draft): TextEdit {
  const desk = deskOf(tree);
  return desk.edit(setting.setEntry(desk.tree, desk.node(mapping), key, value));
}

/**
 * Adds an item to the list under a key. Without the key, a list of one is written; a single value becomes a list with both.
 * A call of an intrinsic function counts as a single value.
 */
export function addToList(tree: SyntaxTree, mapping: MappingNode, key: string, item: Draft): TextEdit {
  const desk = deskOf(tree);
  return desk.edit(setting.addToList(desk.tree, desk.node(mapping), key, item));
}

/** Puts another value in the place of a node and its tag; an anchor stays. Under an alias this changes the anchor's value. */
export function replaceValue(tree: SyntaxTree, node: SyntaxNode, value: Draft): TextEdit {
  const desk = deskOf(tree);
  return desk.edit(replacing.replaceValue(desk.tree, desk.node(node), value));
}

/** Removes an entry with its lines, its comma and the comments directly above it. A mapping's only entry leaves `{}`. */
export function removeEntry(tree: SyntaxTree, mapping: MappingNode, entry: Entry): TextEdit {
  const desk = deskOf(tree);
  return desk.edit(removing.removeEntry(desk.tree, desk.node(mapping), desk.entry(entry)));
}

/** Removes entries together: of two that stand side by side, neither could be removed beside the other by an edit of its own. */
export function removeEntries(tree: SyntaxTree, mapping: MappingNode, entries: readonly Entry[]): readonly TextEdit[] {
  const desk = deskOf(tree);
  return removing.removeEntries(desk.tree, desk.node(mapping), entries.map(desk.entry)).map(desk.edit);
}

/** Removes an item with its lines, its comma and the comments directly above it. A list's only item leaves `[]`. */
export function removeItem(tree: SyntaxTree, sequence: SequenceNode, item: SyntaxNode): TextEdit {
  const desk = deskOf(tree);
  return desk.edit(removing.removeItem(desk.tree, desk.node(sequence), desk.node(item)));
}

/**
 * Writes a comment on a line of its own above the line of an address, indented as that line is.
 *
 * @returns nothing in JSON, which knows no comments, and where the line is part of a text of several lines
 */
export function addComment(tree: SyntaxTree, address: Offset, comment: string): TextEdit | undefined {
  const desk = deskOf(tree);
  const edit = commenting.addComment(desk.tree, addressesIn(tree).offsetOf(address), comment);
  return edit && desk.edit(edit);
}

/**
 * Gives a list these items in this order. Items that stay keep the way they are written and the comments that belong to them.
 *
 * @returns nothing where a comment would be lost, or where items share a line with something else
 */
export function arrangeItems(tree: SyntaxTree, sequence: SequenceNode, items: readonly Arranged[]): TextEdit | undefined {
  const desk = deskOf(tree);
  const settled = items.map((each) => ('item' in each ? { ...each, item: desk.node(each.item) } : each));
  const edit = arrange(desk.tree, desk.node(sequence), settled);
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
