import type { TextEdit } from '../../text/edit.ts';
import type { Offset } from '../../text/span.ts';
import type { MappingNode, SequenceNode, SyntaxNode, SyntaxTree } from '../node.ts';
import type { Dialect } from './flow.ts';
import { columnOf, hasBlankLine, indentOf, isFirstInLine, lineAt, lineEnd, lineStart, nextLine } from './lines.ts';
import { endOfValue, type Member, membersOf } from './members.ts';
import { formOf, type Style, styleOf } from './style.ts';

export type Collection = MappingNode | SequenceNode;

/** What to write, for each of the places where a new member may come to stand. */
export interface Writing {
  /** In a block whose keys or dashes have this column; the first line without its indentation. */
  readonly block: (style: Style, column: number) => string;
  /** Between brackets, on the line of its neighbours. */
  readonly line: (style: Style, dialect: Dialect) => string;
  /** Between brackets, on lines of its own with this indentation. */
  readonly lines: (style: Style, dialect: Dialect, indent: string) => string;
}

/** Adds a member to a collection, behind the one with the index `after` or at the end. */
export function insertMember(tree: SyntaxTree, collection: Collection, writing: Writing, after?: number): TextEdit {
  const members = membersOf(tree, collection);
  const isLast = after === undefined || after < 0 || after >= members.length - 1;
  if (!collection.flow) return insertInBlock(tree, collection, writing, isLast ? undefined : members[after], members);
  if (isPairWithoutBraces(tree, collection)) return giveBraces(tree, collection, writing);
  const before = isLast ? members.at(-1) : members[after];
  return before ? insertInFlow(tree, collection, writing, before, isLast) : insertInEmpty(tree, collection, writing);
}

/** Whether what stands between these brackets is JSON: in a JSON document, or in YAML below a key in double quotes. */
export function dialectOf(tree: SyntaxTree, collection: Collection): Dialect {
  if (formOf(tree).isJson) return 'json';
  for (let node: Collection | undefined = collection; node?.flow; node = node.parent) {
    const first = node.kind === 'mapping' ? node.entries[0]?.key : undefined;
    if (first) return first.style === 'double' ? 'json' : 'yaml';
  }
  return 'yaml';
}

function insertInBlock(
  tree: SyntaxTree,
  collection: Collection,
  writing: Writing,
  after: Member | undefined,
  members: readonly Member[],
): TextEdit {
  const { text } = tree.source;
  const column = blockColumn(text, collection);
  const style = styleNear(tree, collection);
  const end = after ? endOfValue(text, after.value, after.end) : endOfValue(text, collection, collection.span.end);
  const isInLine = after !== undefined || (collection.parent !== undefined && column === parentColumn(text, collection.parent));
  const at = endOfComments(text, end, isInLine ? column + 1 : column);
  const gap = isSpacedOut(tree, collection, members) ? style.newline : '';
  const written = ' '.repeat(column) + writing.block(style, column);
  const isOnNewLine = at === text.length && at > 0 && text[at - 1] === '\n';
  const newText = isOnNewLine ? gap + written + style.newline : style.newline + gap + written;
  return { span: { start: at, end: at }, newText };
}

/** The column of a block's keys or dashes; that of the question mark where keys have one. */
export function blockColumn(text: string, collection: Collection): number {
  const { start } = collection.span;
  const question = /\?\s+$/.exec(text.slice(lineStart(text, start), start));
  return columnOf(text, start) - (question?.[0].length ?? 0);
}

function parentColumn(text: string, parent: Collection): number {
  return parent.flow ? -1 : blockColumn(text, parent);
}

/** The end of the last comment below a line that is indented by `column` or more; the line's own end without one. */
function endOfComments(text: string, lineEndOffset: Offset, column: number): Offset {
  let end = lineEndOffset;
  for (let next = nextLine(text, end); next < text.length; next = nextLine(text, next)) {
    const line = lineAt(text, next);
    if (line.startsWith('#') && indentOf(text, next).length >= column) end = lineEnd(text, next);
    else if (line !== '') break;
  }
  return end;
}

/** The file's style, with the steps that the collection's neighbours take. */
export function styleNear(tree: SyntaxTree, collection: Collection): Style {
  const style = styleOf(tree);
  if (collection.flow || collection.kind === 'sequence') return style;
  const { text } = tree.source;
  const column = blockColumn(text, collection);
  const inner = collection.entries.findLast(({ value }) => value?.kind === 'mapping' && !value.flow)?.value;
  const step = inner && inner.span.start > collection.span.start ? columnOf(text, inner.span.start) - column : 0;
  return step > 0 ? { ...style, step } : style;
}

/** Whether the members of a collection are separated by empty lines; a lone section or resource is if its neighbours are. */
export function isSpacedOut(tree: SyntaxTree, collection: Collection, members: readonly Member[]): boolean {
  const { text } = tree.source;
  const gaps = members.slice(1).map(({ start }, before) => hasBlankLine(text, members[before]?.end ?? start, start));
  if (gaps.length > 0) return gaps.filter((gap) => gap).length * 2 > gaps.length;
  const { parent } = collection;
  if (collection.kind !== 'mapping' || parent?.kind !== 'mapping' || parent.parent) return false;
  const sections = parent.entries.map(({ value }) => value).filter((value) => value?.kind === 'mapping' && value !== collection);
  const isSection = (value: SyntaxNode | undefined): value is MappingNode =>
    value?.kind === 'mapping' && value.entries.length > 1;
  const spaced = sections.filter(isSection).map((section) => isSpacedOut(tree, section, membersOf(tree, section)));
  return spaced.length > 0 && spaced.filter((each) => each).length * 2 > spaced.length;
}

/** Behind a member between brackets. The comma goes before a comment on that line, the new member below it. */
function insertInFlow(tree: SyntaxTree, collection: Collection, writing: Writing, before: Member, isLast: boolean): TextEdit {
  const { text } = tree.source;
  const style = styleOf(tree);
  const dialect = dialectOf(tree, collection);
  if (!isFirstInLine(text, before.start)) {
    return { span: { start: before.end, end: before.end }, newText: style.comma + writing.line(style, dialect) };
  }
  const indent = indentOf(text, before.start);
  const written = style.newline + indent + writing.lines(style, dialect, indent);
  const rest = text.slice(before.end, lineEnd(text, before.end));
  const [, space = '', comma = '', comment = ''] = /^([ \t]*)(,?)([ \t]*(?:#|\/\/|\/\*).*)$/.exec(rest) ?? [];
  if (comment === '') return { span: { start: before.end, end: before.end }, newText: `,${written}` };
  const needsComma = comma !== '' || !isLast;
  const start = before.end;
  return { span: { start, end: start + rest.length }, newText: `,${space}${comment}${written}${needsComma ? ',' : ''}` };
}

/** `[a: b]`: a mapping of one entry may stand in a list without braces of its own. */
function isPairWithoutBraces(tree: SyntaxTree, { kind, span }: Collection): boolean {
  return kind === 'mapping' && tree.source.text[span.start] !== '{';
}

function giveBraces(tree: SyntaxTree, { span }: Collection, writing: Writing): TextEdit {
  const style = styleOf(tree);
  const { bracePadding: padding, comma } = style;
  const written = tree.source.text.slice(span.start, span.end);
  return { span, newText: `{${padding}${written}${comma}${writing.line(style, 'yaml')}${padding}}` };
}

function insertInEmpty(tree: SyntaxTree, collection: Collection, writing: Writing): TextEdit {
  const { text } = tree.source;
  const style = styleOf(tree);
  const { start, end } = collection.span;
  const isBare = text.slice(start + 1, end - 1).trim() === '';
  const dialect = dialectOf(tree, collection);
  if (dialect === 'yaml' && isBare && !collection.parent?.flow) return openBlock(tree, collection, writing);
  const close = text[end - 1] === '}' || text[end - 1] === ']' ? end - 1 : end;
  const indent = indentOf(text, start);
  const inner = style.isOneLine ? '' : style.newline + indent + style.unit;
  const padding = collection.kind === 'mapping' ? style.bracePadding : style.bracketPadding;
  const isLine = style.isOneLine || (dialect === 'yaml' && !text.slice(start, end).includes('\n'));
  const written = isLine
    ? padding + writing.line(style, dialect) + padding
    : inner + writing.lines(style, dialect, indent + style.unit) + style.newline + indent;
  return { span: { start: isBare ? start + 1 : close, end: close }, newText: written };
}

/** Writes a block in the place of `{}` or `[]`. */
function openBlock(tree: SyntaxTree, collection: Collection, writing: Writing): TextEdit {
  const { text } = tree.source;
  const style = styleOf(tree);
  const { start, end } = collection.span;
  const { parent } = collection;
  if (parent?.kind !== 'mapping') {
    return { span: { start, end }, newText: writing.block(style, columnOf(text, start)) };
  }
  const near = styleNear(tree, parent);
  const column = blockColumn(text, parent) + (collection.kind === 'mapping' ? near.step : near.dashIndent);
  const from = start - (/[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0);
  return { span: { start: from, end }, newText: style.newline + ' '.repeat(column) + writing.block(near, column) };
}
