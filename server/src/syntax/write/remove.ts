import type { TextEdit } from '../../text/edit.ts';
import type { Offset } from '../../text/span.ts';
import type { Entry, MappingNode, SequenceNode, SyntaxNode, SyntaxTree } from '../node.ts';
import type { Collection } from './insert.ts';
import { commentsAbove, isFirstInLine, lineAt, lineEnd, lineStart, nextLine } from './lines.ts';
import { colonEnd, endOfValue, type Member, membersOf, ownEntries } from './members.ts';

/** Removes an entry with its lines, its comma and the comments directly above it. A mapping's only entry leaves `{}`. */
export function removeEntry(tree: SyntaxTree, mapping: MappingNode, entry: Entry): TextEdit {
  return removeMember(tree, mapping, ownEntries(mapping).indexOf(entry));
}

/** Removes entries together: of two that stand side by side, neither could be removed beside the other by an edit of its own. */
export function removeEntries(tree: SyntaxTree, mapping: MappingNode, entries: readonly Entry[]): readonly TextEdit[] {
  const own = ownEntries(mapping);
  const gone = own.flatMap((entry, i) => (entries.includes(entry) ? [i] : []));
  const starts = gone.filter((i) => !gone.includes(i - 1));
  return starts.map((from) => {
    let to = from;
    while (gone.includes(to + 1)) to++;
    return removeMembers(tree, mapping, from, to);
  });
}

/** Removes an item with its lines, its comma and the comments directly above it. A list's only item leaves `[]`. */
export function removeItem(tree: SyntaxTree, sequence: SequenceNode, item: SyntaxNode): TextEdit {
  return removeMember(tree, sequence, sequence.items.indexOf(item));
}

/** Nothing changes for a member that is not written in the collection but merged into it. */
function removeMember(tree: SyntaxTree, collection: Collection, index: number): TextEdit {
  return removeMembers(tree, collection, index, index);
}

/** The members from one to another, both of them included. */
function removeMembers(tree: SyntaxTree, collection: Collection, from: number, to: number): TextEdit {
  const members = membersOf(tree, collection);
  const [first, last] = [members[from], members[to]];
  if (!first || !last) return { span: { start: collection.span.start, end: collection.span.start }, newText: '' };
  if (members.length === to - from + 1) return leaveEmpty(tree, collection);
  const run = { ...last, start: first.start };
  const neighbours = { before: members[from - 1], after: members[to + 1] };
  return collection.flow ? removeFromFlow(tree, collection, run, neighbours) : removeFromBlock(tree, run, neighbours);
}

interface Neighbours {
  readonly before: Member | undefined;
  readonly after: Member | undefined;
}

/** Of the comments between the key and what is removed, the one on the key's line stays. */
function leaveEmpty(tree: SyntaxTree, collection: Collection): TextEdit {
  const { text } = tree.source;
  const empty = collection.kind === 'mapping' ? '{}' : '[]';
  const { start, end } = collection.span;
  const { parent } = collection;
  const entry = parent?.kind === 'mapping' ? parent.entries.find(({ value }) => value === collection) : undefined;
  const colon = entry && colonEnd(tree, entry);
  if (colon === undefined || !text.slice(colon, start).includes('\n')) return { span: { start, end }, newText: empty };
  const comment = text.slice(colon, lineEnd(text, colon)).trimEnd();
  if (!/^(?:\s+#|$)/.test(comment)) return { span: { start, end }, newText: empty };
  return { span: { start: colon, end }, newText: ` ${empty}${comment}` };
}

function removeFromBlock(tree: SyntaxTree, member: Member, { before, after }: Neighbours): TextEdit {
  const { text } = tree.source;
  if (!isFirstInLine(text, member.start)) {
    const isJoinable = after && text.slice(member.end, after.start).trim() === '';
    return { span: { start: member.start, end: isJoinable ? after.start : lineEnd(text, member.end) }, newText: '' };
  }
  const end = nextLine(text, endOfValue(text, member.value, member.end));
  const first = before && nextLine(text, endOfValue(text, before.value, before.end));
  const start = withBlankLines(text, commentsAbove(text, member.start), end, first);
  if (end < text.length || text.endsWith('\n')) return { span: { start, end }, newText: '' };
  const previousEnd = text.slice(0, start).trimEnd().length;
  return { span: { start: previousEnd, end }, newText: '' };
}

/** The empty lines above go as well, down to `limit`, where there are empty lines, or nothing, below. */
function withBlankLines(text: string, start: Offset, end: Offset, limit: Offset | undefined): Offset {
  if (limit === undefined || (end < text.length && lineAt(text, end) !== '')) return start;
  let first = start;
  while (first > limit && lineAt(text, first - 1) === '') first = lineStart(text, first - 1);
  return first;
}

function removeFromFlow(tree: SyntaxTree, collection: Collection, member: Member, { before, after }: Neighbours): TextEdit {
  const { text } = tree.source;
  if (after) {
    if (!isFirstInLine(text, member.start) || !isFirstInLine(text, after.start)) {
      return { span: { start: member.start, end: after.start }, newText: '' };
    }
    return { span: { start: commentsAbove(text, member.start), end: nextLine(text, commaEnd(text, member.end)) }, newText: '' };
  }
  const start = before?.end ?? member.start;
  const trailing = commaEnd(text, member.end);
  const between = text.slice(start, isFirstInLine(text, member.start) ? commentsAbove(text, member.start) : member.start);
  if (trailing > member.end) {
    const isOnOwnLines = isFirstInLine(text, member.start);
    const from = isOnOwnLines ? start + between.trimEnd().length : start;
    return { span: { start: from, end: isOnOwnLines ? lineEnd(text, trailing) : member.end }, newText: '' };
  }
  const comment = between.replace(',', '').trimEnd();
  const end = isFirstInLine(text, member.start) ? endOfLine(text, member.end, collection.span.end) : member.end;
  return { span: { start, end }, newText: comment };
}

/** Behind the comma that follows a member, if one does. */
function commaEnd(text: string, offset: Offset): Offset {
  return offset + (/^\s*,/.exec(text.slice(offset, offset + 1000))?.[0].length ?? 0);
}

/** The line's end where only a comment follows, not the closing bracket. */
function endOfLine(text: string, offset: Offset, collectionEnd: Offset): Offset {
  const end = lineEnd(text, offset);
  return end < collectionEnd ? end : offset;
}
