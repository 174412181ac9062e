import type { Offset, Span } from '../../text/span.ts';
import type { Entry, MappingNode, SequenceNode, SyntaxNode, SyntaxTree } from '../node.ts';
import { isBorrowed } from '../tree/redNode.ts';

/** An entry or item as it stands in the text; in a block sequence with its dash. */
export type Member = Span;

/** The entries that are written in the mapping itself, not merged into it. */
export function ownEntries(mapping: MappingNode): readonly Entry[] {
  return mapping.entries.filter(({ key }) => !isBorrowed(key) || isBorrowed(mapping));
}

/** Where the members of a collection stand, in the order of the text. */
export function membersOf(tree: SyntaxTree, collection: MappingNode | SequenceNode): readonly Member[] {
  return collection.kind === 'mapping' ? ownEntries(collection).map(({ span }) => span) : itemMembers(tree, collection);
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
    return { start, end: value.end };
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

/** The last scalar inside a node: what its last line belongs to. */
export function lastScalar(node: SyntaxNode | undefined): SyntaxNode | undefined {
  let last = node;
  while (last && last.kind !== 'scalar') last = last.kind === 'sequence' ? last.items.at(-1) : last.entries.at(-1)?.value;
  return last;
}
