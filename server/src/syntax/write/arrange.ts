import type { TextEdit } from '../../text/edit.ts';
import type { Offset, Span } from '../../text/span.ts';
import type { SequenceNode, SyntaxNode, SyntaxTree } from '../node.ts';
import { blockItem } from './block.ts';
import { toDraft } from './convert.ts';
import type { Draft } from './draft.ts';
import { flowLine, flowValue } from './flow.ts';
import { blockColumn, dialectOf } from './insert.ts';
import { later, writtenLater } from './later.ts';
import { columnOf, commentsAbove, indentOf, isFirstInLine, lineStart } from './lines.ts';
import { endOfValue, membersOf } from './members.ts';
import { replaceValue } from './replace.ts';
import { replaceText } from './scalarEdits.ts';
import { formOf, styleOf, WIDTH } from './style.ts';

/** An item of a list that is arranged anew: one that stands in it, perhaps with another text in its place, or a new one. */
export type Arranged = { readonly item: SyntaxNode; readonly text?: string } | { readonly draft: Draft };

/**
 * Gives a list these items in this order. Items that stay keep the way they are written and the comments that belong to them.
 *
 * @returns nothing where a comment would be lost, or where items share a line with something else
 */
export function arrangeItems(tree: SyntaxTree, sequence: SequenceNode, items: readonly Arranged[]): TextEdit | undefined {
  if (sequence.items.length === 0 || items.length === 0) return undefined;
  return sequence.flow ? arrangeInFlow(tree, sequence, items) : arrangeInBlock(tree, sequence, items);
}

/** The lines of an item in a block: its comments, its dash and all of its value. */
interface Chunk extends Span {
  readonly item: SyntaxNode;
  /** Without a comment beside the value. */
  readonly isBare: boolean;
}

function arrangeInBlock(tree: SyntaxTree, sequence: SequenceNode, items: readonly Arranged[]): TextEdit | undefined {
  const { text } = tree.source;
  const chunks = chunksOf(tree, sequence);
  const [first] = chunks;
  const last = chunks.at(-1);
  const kept = items.flatMap((each) => ('item' in each ? [each.item] : []));
  const loses = chunks?.some(({ item, isBare }) => !isBare && !kept.includes(item));
  if (!first || !last || loses) return undefined;
  const lineOf = (each: Arranged): string => {
    if ('draft' in each) return itemLine(tree, sequence, each.draft);
    const chunk = chunks.find(({ item }) => item === each.item) ?? first;
    return withText(text, chunk, each);
  };
  return writtenLater({ start: first.start, end: last.end }, () => items.map(lineOf).join(formOf(tree).newline));
}

function itemLine(tree: SyntaxTree, sequence: SequenceNode, draft: Draft): string {
  const column = blockColumn(tree.source.text, sequence);
  return ' '.repeat(column) + blockItem(styleOf(tree), draft, column);
}

/** The items' lines; none where they are not on lines of their own, with nothing but empty lines between them. */
function chunksOf(tree: SyntaxTree, sequence: SequenceNode): readonly Chunk[] {
  const { text } = tree.source;
  const chunks = membersOf(tree, sequence).flatMap(({ start: dash, end: valueEnd, value }): readonly Chunk[] => {
    if (!value || !isFirstInLine(text, dash)) return [];
    const start = commentsAbove(text, dash);
    const end = endOfValue(text, value, valueEnd);
    const beside = start < lineStart(text, dash) || text.slice(valueEnd, end).trim() !== '' || isAnchor(text, dash + 1);
    return [{ item: value, start, end, isBare: !beside && (value.kind === 'scalar' || !text.slice(dash, end).includes('#')) }];
  });
  const isWhole =
    chunks.length === sequence.items.length &&
    chunks.every(({ start }, i) => i === 0 || isBlank(text, chunks[i - 1]?.end ?? start, start));
  return isWhole ? chunks : [];
}

function withText(text: string, { start, end }: Span, each: Arranged): string {
  const edit = 'item' in each && each.text !== undefined ? textEdit(each.item, each.text) : undefined;
  if (!edit) return text.slice(start, end);
  return text.slice(start, edit.span.start) + edit.newText + text.slice(edit.span.end, end);
}

function textEdit(item: SyntaxNode, text: string): TextEdit | undefined {
  return item.kind === 'scalar' ? replaceText(item, 0, item.text.length, text) : undefined;
}

function arrangeInFlow(tree: SyntaxTree, sequence: SequenceNode, items: readonly Arranged[]): TextEdit | undefined {
  const { text } = tree.source;
  const members = membersOf(tree, sequence);
  const starts = [...members.map(({ start }) => start), sequence.span.end - 1];
  const ends = [sequence.span.start + 1, ...members.map(({ end }) => end)];
  const [first] = members;
  const last = members.at(-1);
  const isPlain = ends.every((end, i) => isBlank(text, end, starts[i] ?? end)) && !starts.some((start) => isAnchor(text, start));
  if (!first || !last || !isPlain) return undefined;
  const isOnLines = members.every(({ start }) => isFirstInLine(text, start));
  const pieceOf = (each: Arranged): string => {
    if ('draft' in each) return itemInFlow(tree, sequence, each.draft, isOnLines ? indentOf(text, first.start) : undefined);
    const member = members.find(({ value }) => value === each.item) ?? first;
    return withText(text, member, each);
  };
  const span = { start: first.start, end: last.end };
  if (isOnLines) {
    const gap = `,${formOf(tree).newline}${indentOf(text, first.start)}`;
    return writtenLater(span, () => items.map(pieceOf).join(gap));
  }
  return later(() => {
    const newText = items.map(pieceOf).join(styleOf(tree).comma);
    const isTooWide = columnOf(text, first.start) + newText.length > WIDTH && sequence.tag === undefined;
    return isTooWide ? replaceValue(tree, sequence, items.map(draftOf)) : { span, newText };
  });
}

/** @param indent where items are on lines of their own, that of those lines */
function itemInFlow(tree: SyntaxTree, sequence: SequenceNode, draft: Draft, indent: string | undefined): string {
  const style = styleOf(tree);
  const dialect = dialectOf(tree, sequence);
  return indent === undefined ? flowLine(style, dialect, draft) : flowValue(style, dialect, draft, indent);
}

function draftOf(each: Arranged): Draft {
  return 'draft' in each ? each.draft : (each.text ?? toDraft(each.item));
}

/** Whether other places of the document refer to the item that starts here. */
function isAnchor(text: string, start: Offset): boolean {
  return /^\s*&/.test(text.slice(start, start + 100));
}

/** Whether only white space and a comma stand between two offsets. */
function isBlank(text: string, from: Offset, to: Offset): boolean {
  return /^[\s,]*$/.test(text.slice(from, to));
}
