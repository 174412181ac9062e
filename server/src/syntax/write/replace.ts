import type { TextEdit } from '../../text/edit.ts';
import type { Entry, MappingNode, SyntaxNode, SyntaxTree } from '../node.ts';
import { isBorrowed } from '../tree/redNode.ts';
import { blockValue, inside } from './block.ts';
import type { Draft } from './draft.ts';
import { flowLine, flowValue } from './flow.ts';
import { blockColumn, type Collection, dialectOf, styleNear } from './insert.ts';
import { columnOf, indentOf, isFirstInLine } from './lines.ts';
import { colonEnd } from './members.ts';
import { formOf, styleOf } from './style.ts';

/** Puts another value in the place of a node and its tag; an anchor stays. Under an alias this changes the anchor's value. */
export function replaceValue(tree: SyntaxTree, node: SyntaxNode, value: Draft): TextEdit {
  const { parent } = node;
  const entry = parent?.kind === 'mapping' ? parent.entries.find((each) => each.value === node) : undefined;
  if (isBorrowed(node) || (parent?.kind === 'mapping' && !entry))
    return { span: node.outerSpan, newText: valueLine(tree, node, value) };
  if (parent?.flow || formOf(tree).isJson) return { span: node.outerSpan, newText: valueInBrackets(tree, node, value) };
  if (parent?.kind === 'mapping' && entry) return replaceInBlock(tree, parent, entry, node, value);
  const style = parent ? styleNear(tree, parent) : styleOf(tree);
  return { span: node.outerSpan, newText: inside(style, value, columnOf(tree.source.text, node.outerSpan.start)) };
}

function valueLine(tree: SyntaxTree, node: SyntaxNode, value: Draft): string {
  const collection = node.kind === 'scalar' ? node.parent : node;
  return flowLine(styleOf(tree), collection ? dialectOf(tree, collection) : 'yaml', value);
}

function valueInBrackets(tree: SyntaxTree, node: SyntaxNode, value: Draft): string {
  if (node.parent) return inBrackets(tree, node.parent, node, value);
  return flowValue(styleOf(tree), 'json', value, '');
}

/** Over several lines only where the member, or the value itself, is on lines of its own. */
export function inBrackets(tree: SyntaxTree, collection: Collection, node: SyntaxNode, value: Draft): string {
  const { text } = tree.source;
  const style = styleOf(tree);
  const dialect = dialectOf(tree, collection);
  const member =
    collection.kind === 'mapping' ? collection.entries.find((entry) => entry.value === node || entry.key === node) : node;
  const hasOwnLines = member !== undefined && isFirstInLine(text, member.span.start);
  return hasOwnLines ? flowValue(style, dialect, value, indentOf(text, member.span.start)) : flowLine(style, dialect, value);
}

function replaceInBlock(tree: SyntaxTree, mapping: MappingNode, entry: Entry, node: SyntaxNode, value: Draft): TextEdit {
  const { text } = tree.source;
  const column = blockColumn(text, mapping);
  const written = blockValue(styleNear(tree, mapping), value, column);
  const { start, end } = node.outerSpan;
  const colon = colonEnd(tree, entry) ?? start;
  const between = text.slice(colon, start);
  const isLine = /^ [^\n]*$/.test(written);
  if (isLine && !between.includes('\n')) return { span: { start, end }, newText: written.slice(1) };
  const comment = between.trim() === '' ? '' : ` ${between.trim()}`;
  const [first = '', ...others] = written.split('\n');
  const newText =
    others.length === 0 || comment === ''
      ? first + comment
      : first.replace('\r', '') + comment + (first.endsWith('\r') ? '\r' : '');
  return { span: { start: colon, end }, newText: [newText, ...others].join('\n') };
}
