import type { TextEdit } from '../../text/edit.ts';
import type { Entry, MappingNode, SyntaxTree } from '../node.ts';
import { blockItem } from './block.ts';
import type { Draft } from './draft.ts';
import { flowLine, flowValue } from './flow.ts';
import { blockColumn, dialectOf, styleNear } from './insert.ts';
import { columnOf, indentOf, isFirstInLine, shifted } from './lines.ts';
import { colonEnd, endOfValue, valueSpan } from './members.ts';
import { styleOf } from './style.ts';

/** Makes a list of the entry's single value, as it is written, and a new item. */
export function wrapInList(tree: SyntaxTree, mapping: MappingNode, entry: Entry, item: Draft): TextEdit {
  return mapping.flow ? wrapInBrackets(tree, mapping, entry, item) : wrapInBlock(tree, mapping, entry, item);
}

function wrapInBlock(tree: SyntaxTree, mapping: MappingNode, entry: Entry, item: Draft): TextEdit {
  const { text } = tree.source;
  const style = styleNear(tree, mapping);
  const { start, end } = valueSpan(tree, entry);
  const span = { start, end: endOfValue(text, entry.value, end) };
  const column = blockColumn(text, mapping) + style.dashIndent;
  const inner = column + 1 + style.dashGap;
  const written = text.slice(span.start, span.end);
  const isOwnBlock = isFirstInLine(text, span.start);
  const movement = inner - (isOwnBlock ? columnOf(text, span.start) : blockColumn(text, mapping));
  const value = `-${' '.repeat(style.dashGap)}${shifted(written, movement)}`;
  const lineBreak = style.newline + ' '.repeat(column);
  const list = value + lineBreak + blockItem(style, item, column);
  if (isOwnBlock)
    return { span: { start: span.start - columnOf(text, span.start), end: span.end }, newText: ' '.repeat(column) + list };
  return { span: { start: colonEnd(tree, entry) ?? span.start, end: span.end }, newText: lineBreak + list };
}

function wrapInBrackets(tree: SyntaxTree, mapping: MappingNode, entry: Entry, item: Draft): TextEdit {
  const { text } = tree.source;
  const style = styleOf(tree);
  const dialect = dialectOf(tree, mapping);
  const span = valueSpan(tree, entry);
  const written = text.slice(span.start, span.end);
  const isLine =
    style.isOneLine || !isFirstInLine(text, entry.span.start) || (!written.includes('\n') && style.inline('sequence', 2));
  if (isLine) {
    const { bracketPadding: padding, comma } = style;
    return { span, newText: `[${padding}${written}${comma}${flowLine(style, dialect, item)}${padding}]` };
  }
  const indent = indentOf(text, entry.span.start);
  const inner = indent + style.unit;
  const lineBreak = style.newline + inner;
  const moved = written.replaceAll('\n', `\n${style.unit}`);
  return {
    span,
    newText: `[${lineBreak}${moved},${lineBreak}${flowValue(style, dialect, item, inner)}${style.newline}${indent}]`,
  };
}
