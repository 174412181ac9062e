import type { Draft } from '../../syntax/write/index.ts';
import type { Place } from './place.ts';
import type { Scene } from './scene.ts';

/** What a suggestion is, for the symbol that the editor shows beside it. */
export type SuggestionKind = 'service' | 'action' | 'wildcard' | 'resource' | 'pattern' | 'key' | 'value' | 'skeleton';

/**
 * What is written when a suggestion is accepted: a text in the place of the word, in its quotes; a value, which may be an intrinsic
 * function or a mapping; or an entry. Texts may have holes (see `holes.ts`).
 */
export type Insert = { readonly text: string } | { readonly value: Draft } | { readonly key: string; readonly value: Draft };

/** Something that may be written at a place. */
export interface Suggestion {
  readonly label: string;
  readonly kind: SuggestionKind;
  /** A few words beside the label. */
  readonly detail?: string | undefined;
  readonly insert: Insert;
  /** What the typed word is compared with, where that is not the label: `HeadObject` for the action `s3:GetObject`. */
  readonly filter?: string;
  /** Whether there is more to choose from right behind it: the actions behind `s3:`. */
  readonly again?: boolean;
  /** What accepts it when it is typed, and is written behind it. */
  readonly commit?: readonly string[];
  /** What its documentation is about, where it is not the label: a piece of what is written. */
  readonly subject?: string;
  /** Written in place of it for its documentation: `s3:*` for `s3:`. */
  readonly example?: string;
}

/** What a source gives: the best first. */
export interface Suggestions {
  readonly items: Iterable<Suggestion>;
  /** Whether more typing may bring others: the editor asks again then. */
  readonly incomplete?: boolean;
}

/** Gives what may stand at one kind of place. */
export type Source<K extends Place['kind']> = (place: Extract<Place, { kind: K }>, scene: Scene) => Suggestions;
