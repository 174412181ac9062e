import type { Offset, Span } from '../../text/span.ts';
import type { Entry, MappingNode, ScalarNode, SequenceNode, SyntaxNode, SyntaxTree } from '../node.ts';
import { isBorrowed } from '../tree/redNode.ts';
import { indentOf, lineAt, lineEnd, nextLine } from './lines.ts';

/** An entry or item as it stands in the text; in a block sequence with its dash. */
export interface Member extends Span {
  readonly value: SyntaxNode | undefined;
}

/** The entries that are written in the mapping itself, not merged into it. */
export function ownEntries(mapping: MappingNode): readonly Entry[] {
  return mapping.entries.filter(({ key }) => !isBorrowed(key) || isBorrowed(mapping));
}

/** Where the members of a collection stand, in the order of the text. */
export function membersOf(tree: SyntaxTree, collection: MappingNode | SequenceNode): readonly Member[] {
  return collection.kind === 'mapping' ? ownEntries(collection).map(entryMember) : itemMembers(tree, collection);
}

function entryMember({ span, value }: Entry): Member {
  return { ...span, value };
}

/** An alias has the span of its anchor, so its place is looked up between its neighbours. */
function itemMembers({ source: { text } }: SyntaxTree, sequence: SequenceNode): readonly Member[] {
  let reached = sequence.span.start;
  return sequence.items.map((item) => {
    const value = isBorrowed(item) && !isBorrowed(sequence) ? aliasSpan(text, reached) : item.outerSpan;
    const properties = /(?:&[^\s,[\]{}]+\s+)?$/.exec(text.slice(reached, value.start))?.[0].length ?? 0;
    const first = value.start - properties;
    const start = sequence.flow ? first : Math.max(reached, text.lastIndexOf('-', first - (value.end > value.start ? 1 : 0)));
    reached = value.end;
    return { start, end: value.end, value: item };
  });
}

function aliasSpan(text: string, from: Offset): Span {
  const found = /^(?:[^*#"']|#[^\n]*)*?(\*[^\s,[\]{}]+)/.exec(text.slice(from));
  const end = from + (found?.[0].length ?? 0);
  return { start: end - (found?.[1]?.length ?? 0), end };
}

/** Where an entry's colon ends; `undefined` while it has none. */
export function colonEnd({ source: { text } }: SyntaxTree, { key }: Entry): Offset | undefined {
  const colon = /^\s*:/.exec(text.slice(key.outerSpan.end, key.outerSpan.end + 1000));
  return colon ? key.outerSpan.end + colon[0].length : undefined;
}

/** The place of an entry's value with its tag and anchor, or of the alias that stands for it. */
export function valueSpan(tree: SyntaxTree, entry: Entry): Span {
  const { text } = tree.source;
  const { end } = entry.span;
  const from = Math.min(end, colonEnd(tree, entry) ?? end);
  const gap = /^(?:\s|#[^\n]*(?:\n|$)|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*/.exec(text.slice(from, end))?.[0].length ?? 0;
  return { start: from + gap, end };
}

/**
 * The end of the last line that belongs to a value, without its line break. What ends with a block scalar also owns the
 * empty lines below it that are part of its text: all of them behind `|+`, else those with more spaces than its lines have.
 */
export function endOfValue(text: string, node: SyntaxNode | undefined, end: Offset): Offset {
  const scalar = lastScalar(node);
  let last = lineEnd(text, end);
  if (scalar?.style !== 'literal' && scalar?.style !== 'folded') return last;
  const keepsAll = /^[|>]\d?\+/.test(text.slice(scalar.span.start, scalar.span.start + 3));
  const indent = indentOf(text, nextLine(text, scalar.span.start)).length;
  for (let next = nextLine(text, last); next > last && lineAt(text, next) === ''; next = nextLine(text, next)) {
    if (keepsAll || indentOf(text, next).length > indent) last = lineEnd(text, next);
    if (next === text.length) break;
  }
  return last;
}

function lastScalar(node: SyntaxNode | undefined): ScalarNode | undefined {
  let last = node;
  while (last && last.kind !== 'scalar') last = last.kind === 'sequence' ? last.items.at(-1) : last.entries.at(-1)?.value;
  return last;
}
