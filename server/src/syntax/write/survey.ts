import type { Entry, MappingNode, ScalarNode, SequenceNode, SyntaxNode, SyntaxTree } from '../node.ts';
import type { GreenNode } from '../tree/green.ts';
import { greenOf, isBorrowed } from '../tree/redNode.ts';
import { columnOf, indentOf } from './lines.ts';
import { addAll, count, emptyTallies, type Tallies } from './tallies.ts';

/** Longer collections say nothing about how short ones are written. */
const SHORT = 80;

/** The habits of one file, counted. */
export function surveyTree({ root, source }: SyntaxTree): Tallies {
  const survey = emptyTallies();
  if (root) visit(survey, source.text, root);
  return survey;
}

/** What was counted in a resource, which is the same in all versions in which it does not change. */
interface Counted {
  readonly indent: string;
  readonly tallies: Tallies;
}

const counted = new WeakMap<GreenNode, Counted>();

function visit(survey: Tallies, text: string, node: SyntaxNode): void {
  if (isBorrowed(node)) return;
  const green = isResource(node) ? greenOf(node) : undefined;
  if (green) addAll(survey, talliesOf(text, node, green));
  else visitNode(survey, text, node);
}

/** The value of a member of a section, as a resource is. */
function isResource({ parent }: SyntaxNode): boolean {
  return parent?.parent !== undefined && parent.parent.parent === undefined;
}

function talliesOf(text: string, node: SyntaxNode, green: GreenNode): Tallies {
  const indent = indentOf(text, node.outerSpan.start);
  const known = counted.get(green);
  if (known?.indent === indent) return known.tallies;
  const tallies = emptyTallies();
  visitNode(tallies, text, node);
  counted.set(green, { indent, tallies });
  return tallies;
}

function visitNode(survey: Tallies, text: string, node: SyntaxNode): void {
  visitCall(survey, node);
  if (node.kind === 'scalar') visitScalar(survey, node);
  else if (node.flow) visitBrackets(survey, text, node);
  if (node.kind === 'sequence') visitItems(survey, text, node);
  if (node.kind === 'mapping') visitEntries(survey, text, node);
}

function visitItems(survey: Tallies, text: string, node: SequenceNode): void {
  if (!node.flow) visitDash(survey, text, node);
  for (const item of node.items) visit(survey, text, item);
}

function visitEntries(survey: Tallies, text: string, node: MappingNode): void {
  for (const entry of node.entries) {
    if (isBorrowed(entry.key)) continue;
    if (!node.flow) visitBlockEntry(survey, text, entry);
    if (entry.value) visit(survey, text, entry.value);
  }
}

function visitScalar({ quotes }: Tallies, { style }: ScalarNode): void {
  if (style === 'single' || style === 'double') count(quotes, style);
}

function visitBlockEntry(survey: Tallies, text: string, { key, value }: Entry): void {
  if (key.style === 'plain' || key.style === 'single' || key.style === 'double') count(survey.keyQuotes, key.style);
  if (!value || value.kind === 'scalar' || value.flow || isBorrowed(value)) return;
  const columns = columnOf(text, value.span.start) - columnOf(text, key.span.start);
  if (columns > 0 && value.kind === 'mapping') count(survey.steps, columns);
  if (columns >= 0 && value.kind === 'sequence') count(survey.dashIndents, columns);
}

function visitDash(survey: Tallies, text: string, node: SequenceNode): void {
  const gap = /^-( +)\S/.exec(text.slice(node.span.start, node.span.start + 20))?.[1]?.length;
  if (gap !== undefined) count(survey.dashGaps, gap);
  visitList(survey, node, 'block');
}

/** Lists inside brackets have brackets in any case, so they say nothing. */
function visitList(survey: Tallies, { parent, tag, items }: SequenceNode, way: 'flow' | 'block'): void {
  if (parent?.flow) return;
  const isLongArgument =
    parent?.kind === 'mapping' && parent.entries.length === 1 && parent.entries[0]?.key.text.startsWith('Fn::');
  if (tag !== undefined || isLongArgument) count(survey.arguments, way);
  else if (items.every(isBareScalar)) count(survey.lists, way);
}

function isBareScalar(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && node.tag === undefined;
}

/** `!Ref x` and `{Ref: x}`; a mapping of one entry with such a key is a call wherever it stands. */
function visitCall(survey: Tallies, node: SyntaxNode): void {
  if (node.tag !== undefined) {
    count(survey.calls, 'short');
    if (node.tag === '!GetAtt') count(survey.shortGetAtt, node.kind === 'scalar' ? 'dotted' : 'list');
    return;
  }
  const only = node.kind === 'mapping' && node.entries.length === 1 ? node.entries[0] : undefined;
  if (!only?.value || !/^(?:Ref$|Fn::)/.test(only.key.text)) return;
  if (only.value.tag === undefined) count(survey.calls, 'long');
  if (only.key.text === 'Fn::GetAtt') count(survey.longGetAtt, only.value.kind === 'scalar' ? 'dotted' : 'list');
}

function visitBrackets(survey: Tallies, text: string, node: MappingNode | SequenceNode): void {
  const spans = node.kind === 'mapping' ? node.entries.map(({ span }) => span) : node.items.map(({ outerSpan }) => outerSpan);
  const first = spans[0];
  if (!first || first.start <= node.span.start) return;
  const written = text.slice(node.span.start, node.span.end);
  const opening = text.slice(node.span.start + 1, first.start);
  if (opening.includes('\n')) visitOpenLines(survey, text, node, first.start);
  else if (/^ *$/.test(opening)) count(node.kind === 'mapping' ? survey.bracePaddings : survey.bracketPaddings, opening);
  if (written.replace(/\s+/g, ' ').length <= SHORT) visitShort(survey, node, spans.length, !written.includes('\n'));
  spans.slice(1).forEach(({ start }, before) => {
    const comma = text.slice(spans[before]?.end, start);
    if (/^,[ ]*$/.test(comma)) count(survey.commas, comma);
  });
  if (node.kind === 'mapping') visitColons(survey, text, node);
}

/** The root is over several lines even where other short collections are not. */
function visitShort(survey: Tallies, node: MappingNode | SequenceNode, size: number, isInline: boolean): void {
  if (!node.parent) return;
  count(survey.inline[size < 2 ? (`single ${node.kind}` as const) : node.kind], isInline);
  count(survey.inline.any, isInline);
  if (node.kind === 'sequence') visitList(survey, node, 'flow');
}

function visitOpenLines(survey: Tallies, text: string, node: SyntaxNode, member: number): void {
  const outer = indentOf(text, node.span.start);
  const inner = indentOf(text, member);
  if (inner.length > outer.length && inner.startsWith(outer)) count(survey.units, inner.slice(outer.length));
}

function visitColons(survey: Tallies, text: string, node: MappingNode): void {
  for (const { key, value } of node.entries) {
    const colon = value && !isBorrowed(key) ? text.slice(key.span.end, value.outerSpan.start) : '';
    if (/^ *: *$/.test(colon)) count(survey.colons, colon);
  }
}
