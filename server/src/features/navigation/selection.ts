import type { Analysis } from '../../analysis/index.ts';
import { type ScalarNode, type SyntaxNode, spanInText } from '../../syntax/index.ts';
import { encloses, type Offset, type Span, touches } from '../../text/span.ts';
import { type Spot, spotAt } from '../entities/spot.ts';

/**
 * What is selected step by step around an offset, from the inside out: the word in an action or an ARN, the value, the entry, the
 * statement and whatever it stands in. Each encloses the one before it.
 */
export function selectionsAt(analysis: Analysis, offset: Offset): readonly Span[] {
  const spot = spotAt(analysis, offset);
  if (!spot) return [];
  const selections: Span[] = [];
  let last: Span | undefined;
  for (const span of [...wordsAt(spot), ...[...spot.around].flatMap(spansOf)]) {
    // What encloses what can only be told in the text.
    const place = spanInText(analysis.tree, span);
    if (last && (!encloses(place, last) || encloses(last, place))) continue;
    selections.push(span);
    last = place;
  }
  return selections;
}

/** The innermost word, and the text without quotes. */
function wordsAt({ node, offset }: Spot): readonly Span[] {
  if (node.kind !== 'scalar' || node.text === '') return [];
  const word = wordIn(node, offset);
  return [...(word ? [word] : []), node.spanOf(0, node.text.length)];
}

/** Pieces of actions, ARNs, paths and variables. */
const WORD = /[^\s:/.,;${}()'"]+/g;

function wordIn(node: ScalarNode, offset: Offset): Span | undefined {
  for (const found of node.text.matchAll(WORD)) {
    const span = node.spanOf(found.index, found.index + found[0].length);
    if (touches(span, offset)) return span;
  }
  return undefined;
}

/** A node with its quotes or brackets, and the entry that it is of. */
function spansOf(node: SyntaxNode): readonly Span[] {
  const entries = node.parent?.kind === 'mapping' ? node.parent.entries : [];
  const entry = entries.find(({ key, value }) => key === node || value === node);
  return [node.span, node.outerSpan, ...(entry ? [entry.span] : [])];
}
