import type { Span } from '../../text/span.ts';
import type { GreenMapping, GreenRead } from '../tree/green.ts';

/** A piece of text as it was read, to be used again wherever the same text stands. */
export interface Slice extends GreenRead {
  readonly text: string;
  readonly root: GreenMapping;
}

/** Reads a piece by itself. */
export type PieceReader = (text: string) => GreenRead;

/**
 * The slices of a text: those of the previous tree where the text is the same, each used once, others read anew.
 * Nothing if one of them is not the entries of a mapping.
 */
export function slicesOf(
  text: string,
  spans: readonly Span[],
  previous: readonly Slice[],
  read: PieceReader,
): readonly Slice[] | undefined {
  const reused = reusable(text, spans, previous);
  const slices: Slice[] = [];
  for (const [i, span] of spans.entries()) {
    const slice = reused[i] ?? newSlice(text, span, read);
    if (!slice) return undefined;
    slices.push(slice);
  }
  return slices;
}

/**
 * An edit changes a few neighbours, so slices are compared in order from both ends, and only those between are looked up.
 * Comparing is fast; it is the hashing of a large text that would be felt.
 */
function reusable(text: string, spans: readonly Span[], previous: readonly Slice[]): readonly (Slice | undefined)[] {
  const found: (Slice | undefined)[] = new Array(spans.length).fill(undefined);
  const most = Math.min(spans.length, previous.length);
  let front = 0;
  while (front < most && isSame(text, spans[front], previous[front])) {
    found[front] = previous[front];
    front++;
  }
  let back = 0;
  while (back < most - front && isSame(text, spans.at(-1 - back), previous.at(-1 - back))) {
    found[spans.length - 1 - back] = previous.at(-1 - back);
    back++;
  }
  const others = byText(previous.slice(front, previous.length - back));
  for (let i = front; i < spans.length - back && others.size > 0; i++) {
    const span = spans[i];
    if (span) found[i] = others.get(text.slice(span.start, span.end))?.pop();
  }
  return found;
}

function byText(slices: readonly Slice[]): Map<string, Slice[]> {
  const found = new Map<string, Slice[]>();
  for (const slice of slices) {
    const same = found.get(slice.text);
    if (same) same.push(slice);
    else found.set(slice.text, [slice]);
  }
  return found;
}

function isSame(text: string, span: Span | undefined, slice: Slice | undefined): boolean {
  if (!span || !slice || span.end - span.start !== slice.text.length) return false;
  return text.slice(span.start, span.end) === slice.text;
}

/** Reads a piece of a text; nothing if it is not the entries of a mapping. */
export function newSlice(text: string, span: Span, read: PieceReader): Slice | undefined {
  const own = ownCopy(text.slice(span.start, span.end));
  const result = read(own);
  const { root } = result;
  const isEntries = root?.kind === 'mapping' && root.tag === undefined && root.anchor === undefined;
  return isEntries ? { ...result, text: own, root } : undefined;
}

/**
 * A string with characters of its own. Engines let a long piece share those of the whole text; every slice that lives on
 * would then keep the whole text of its time alive.
 */
function ownCopy(piece: string): string {
  return ` ${piece}`.slice(1);
}
