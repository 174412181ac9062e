import { type Analysis, analyse } from '../../analysis/index.ts';
import { addressIn, spanInText } from '../../syntax/index.ts';
import { applyEdits } from '../../text/edit.ts';
import type { Offset, Span } from '../../text/span.ts';
import { hoverAt } from '../hover.ts';
import { placeIn } from './placeAt.ts';
import { type Completion, renderer, type Subject } from './render.ts';
import { sceneAt } from './scene.ts';
import { suggestionsFor } from './sources/index.ts';

export { filled, snippetOf } from './holes.ts';
export type { Completion, Subject } from './render.ts';
export type { SuggestionKind } from './suggestion.ts';

export interface Completions {
  /** The best first. */
  readonly items: readonly Completion[];
  /** What of the word stands in front of the cursor. */
  readonly typed: string;
  /** Whether more typing may bring others. */
  readonly incomplete: boolean;
}

const NOTHING: Completions = { items: [], typed: '', incomplete: false };

/** What may be written at an offset, from a text however half-typed. */
export function completionsAt(analysis: Analysis, offset: Offset): Completions {
  const scene = sceneAt(analysis, offset);
  const place = scene && placeIn(scene);
  if (!scene || !place) return NOTHING;
  const typed = place.kind === 'reference' ? place.piece.before : scene.word.before;
  // Behind a blank the word has ended.
  if (/\s$/.test(typed)) return NOTHING;
  const { items, incomplete = false } = suggestionsFor(place, scene);
  const render = renderer(scene.word, place.kind === 'reference' ? place.piece : undefined);
  return { items: Array.from(items, render), typed, incomplete };
}

/**
 * The documentation of a completion: what a hover over it would say, were it accepted. So both have the same text, for the same place.
 * What has a name that is not written itself, as a whole statement, is shown as it would be written.
 *
 * @param span what the completion replaces
 */
export function documentationOf(analysis: Analysis, span: Span, { newText, piece }: Subject): string | undefined {
  const { source, tree, knowledge } = analysis;
  const at = newText.indexOf(piece);
  if (at < 0) return preview(newText);
  const place = spanInText(tree, span);
  const written = analyse({ ...source, text: applyEdits(source.text, [{ span: place, newText }]) }, knowledge, analysis);
  return hoverAt(written, addressIn(written.tree, place.start + at + 1))?.markdown;
}

function preview(newText: string): string {
  const [first = '', ...others] = newText.trim().split('\n');
  const indents = others.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const common = Math.min(...indents, 80);
  return ['```', first, ...others.map((line) => line.slice(common)), '```'].join('\n');
}
