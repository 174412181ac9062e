/** What the extension and the page of the map say to each other. */
import type { MapFormat } from '../../../server/src/features/map/index.ts';
import type { ShownMap } from '../../../server/src/lsp/permissionMap.ts';

/** A place in the text, as the language server's protocol has it. */
export type Range = ShownMap['nodes'][number]['range'];

/** What the page keeps over a restart of the editor. */
export interface MapState {
  readonly uri: string;
  /** The only function that is shown; absent for all. */
  readonly function?: string | undefined;
}

export type ToPage =
  /** The map of the newest text; `null` when it is no template. */
  { readonly kind: 'map'; readonly state: MapState; readonly map: ShownMap | null; readonly words: PageWords };

/** What the page says by itself; `fix` has `{0}` in the place of the title. */
export type PageWords = Readonly<
  Record<
    | 'allFunctions'
    | 'nothingToDraw'
    | 'grantedBy'
    | 'inPartBy'
    | 'showInText'
    | 'notAllowed'
    | 'nothingMissing'
    | 'signs'
    | 'granted'
    | 'missing'
    | 'unknown'
    | 'fix'
    | 'backToAll',
    string
  >
>;

export type FromPage =
  | { readonly kind: 'ready' }
  /** Show a place in the text; `enter` when the keyboard is to go there too. */
  | { readonly kind: 'reveal'; readonly range: Range; readonly enter: boolean }
  /** Apply the fix with this title that the server offers there. */
  | { readonly kind: 'fix'; readonly range: Range; readonly title: string }
  | { readonly kind: 'filter'; readonly function: string | undefined }
  | { readonly kind: 'export'; readonly format: MapFormat };
