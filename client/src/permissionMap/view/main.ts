/** The script of the map's page: draws what the extension sends, and tells it what is clicked. */
import './style.css';
import type { ShownMap } from '../../../../server/src/lsp/permissionMap.ts';
import type { FromPage, MapState, PageWords, ToPage } from '../messages.ts';
import { detailsOf } from './details.ts';
import { createDrawing } from './drawing.ts';
import { byId, element } from './elements.ts';

declare function acquireVsCodeApi(): {
  readonly postMessage: (message: FromPage) => void;
  readonly setState: (state: MapState) => void;
};

const editor = acquireVsCodeApi();
const choice = byId('function', HTMLSelectElement);
const details = byId('details', HTMLElement);
const summary = byId('summary', HTMLElement);
const drawing = createDrawing(byId('drawing', HTMLElement), { choose, leave: () => select(undefined) });

let map: ShownMap | undefined;
let words: PageWords | undefined;
let selected: string | undefined;

const ZOOM = 1.2;

choice.addEventListener('change', () => editor.postMessage({ kind: 'filter', function: choice.value || undefined }));
byId('smaller', HTMLButtonElement).addEventListener('click', () => drawing.resize(1 / ZOOM));
byId('larger', HTMLButtonElement).addEventListener('click', () => drawing.resize(ZOOM));
byId('fit', HTMLButtonElement).addEventListener('click', () => drawing.resize(undefined));
for (const format of ['svg', 'mermaid', 'dot'] as const) {
  document
    .querySelector(`[data-format="${format}"]`)
    ?.addEventListener('click', () => editor.postMessage({ kind: 'export', format }));
}
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data));
editor.postMessage({ kind: 'ready' });

function receive({ state, map: newest, words: used }: ToPage): void {
  words = used;
  editor.setState(state);
  document.body.classList.toggle('empty', newest === null);
  if (newest === null) {
    summary.textContent = words.nothingToDraw;
    return;
  }
  map = newest;
  summary.textContent = newest.summary;
  showChoice(newest.functions, state.function, words.allFunctions);
  drawing.show(map);
  select(selected);
}

function showChoice(functions: readonly string[], chosen: string | undefined, wordForAll: string): void {
  const all = chosen === undefined || functions.includes(chosen) ? functions : [...functions, chosen];
  choice.replaceChildren(
    element('option', { value: '' }, wordForAll),
    ...all.map((id) => element('option', { value: id, ...(id === chosen ? { selected: '' } : {}) }, id)),
  );
}

function select(id: string | undefined): void {
  if (!map || !words) return;
  selected = id;
  drawing.select(id);
  const focused = details.contains(document.activeElement) ? document.activeElement?.textContent : undefined;
  details.replaceChildren(...detailsOf(map, selected, { send: editor.postMessage, select, words }));
  if (focused !== undefined) focusAgain(focused);
}

/** The details are made anew with each version of the text: the keyboard stays at the same button, or else at the beginning. */
function focusAgain(text: string | null): void {
  const buttons = [...details.querySelectorAll('button')];
  (buttons.find(({ textContent }) => textContent === text) ?? details).focus();
}

/** Shows the details of a node or an edge, and its place in the text. */
function choose(id: string, enter: boolean): void {
  select(id);
  const range = map?.nodes.find((node) => node.id === id)?.range ?? edgeRange(id);
  if (range) editor.postMessage({ kind: 'reveal', range, enter });
}

/** The place to look at: where something is not allowed, if anything is not. */
function edgeRange(id: string): ShownMap['nodes'][number]['range'] | undefined {
  const permissions = map?.edges.find((edge) => edge.id === id)?.permissions ?? [];
  return (permissions.find(({ verdict }) => verdict !== 'granted') ?? permissions[0])?.range;
}
