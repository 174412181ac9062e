import type { ShownMap } from '../../../../server/src/lsp/permissionMap.ts';
import { type Place, placeAfter } from './navigation.ts';

/** What is done in the drawing. */
export interface DrawingEvents {
  /** A node or edge was chosen; `enter` when the keyboard is to go to the text. */
  readonly choose: (id: string, enter: boolean) => void;
  /** Nothing is to be chosen any more. */
  readonly leave: () => void;
}

/** The drawing of the newest map: one stop of the Tab key, in which the arrow keys go around. */
export interface Drawing {
  readonly show: (map: ShownMap) => void;
  /** Marks a node or an edge, and lets what it is not connected with step back. */
  readonly select: (id: string | undefined) => void;
  /** Multiplies the size; `undefined` fits the width. */
  readonly resize: (factor: number | undefined) => void;
}

/** A drawing that is wider than the page is made smaller at first, as far as it can still be read. */
const SMALLEST_AT_FIRST = 0.7;

const SMALLEST = 0.2;
const LARGEST = 3;

export function createDrawing(frame: HTMLElement, events: DrawingEvents): Drawing {
  let current: ShownMap | undefined;
  let place: Place | undefined;
  let scale: number | undefined;
  const goTo = (next: Place): void => {
    place = makeReachable(frame, place, next) ?? place;
    groupOf(frame, place?.id)?.focus();
  };
  const clicked = (id: string): void => {
    goTo({ id });
    events.choose(id, false);
  };
  const pressed = (id: string, key: string): boolean => {
    const next = current && placeAfter(current, place?.id === id ? place : { id }, key);
    if (next) goTo(next);
    else if (key === 'Enter' || key === ' ') events.choose(id, key === 'Enter');
    else if (key === 'Escape') events.leave();
    return next !== undefined || key === ' ';
  };
  listen(frame, clicked, pressed);
  return {
    show: (map) => {
      const hadFocus = frame.contains(document.activeElement);
      current = map;
      frame.replaceChildren(...parsed(map.drawing));
      scale = scaled(frame, scale ?? Math.min(1, Math.max(SMALLEST_AT_FIRST, fitting(frame))));
      place = makeReachable(frame, undefined, place) ?? makeReachable(frame, undefined, firstPlace(map));
      if (hadFocus && place) goTo(place);
    },
    select: (id) => mark(frame, id, current),
    resize: (factor) => {
      const wanted = factor === undefined ? fitting(frame) : (scale ?? 1) * factor;
      scale = scaled(frame, Math.min(LARGEST, Math.max(SMALLEST, wanted)));
    },
  };
}

/** @param pressed whether the key is the drawing's, so that the page does not scroll by it */
function listen(frame: HTMLElement, clicked: (id: string) => void, pressed: (id: string, key: string) => boolean): void {
  frame.addEventListener('click', ({ target }) => {
    const id = idAt(target);
    if (id !== undefined) clicked(id);
  });
  frame.addEventListener('keydown', (event) => {
    const id = idAt(event.target);
    if (id !== undefined && pressed(id, event.key)) event.preventDefault();
  });
}

/** Lets the Tab key stop at a place instead of another one. @returns the place, if the drawing has it */
function makeReachable(frame: HTMLElement, before: Place | undefined, next: Place | undefined): Place | undefined {
  const group = groupOf(frame, next?.id);
  if (!group) return undefined;
  groupOf(frame, before?.id)?.setAttribute('tabindex', '-1');
  group.setAttribute('tabindex', '0');
  return next;
}

function groupOf(frame: HTMLElement, id: string | undefined): SVGElement | undefined {
  const groups = frame.querySelectorAll<SVGElement>('[data-id]');
  return id === undefined ? undefined : [...groups].find((group) => group.getAttribute('data-id') === id);
}

function mark(frame: HTMLElement, selected: string | undefined, map: ShownMap | undefined): void {
  const near = map && selected !== undefined ? connectedWith(selected, map) : new Set<string>();
  for (const group of frame.querySelectorAll('[data-id]')) {
    const id = group.getAttribute('data-id') ?? '';
    group.classList.toggle('selected', id === selected);
    group.classList.toggle('far', near.size > 0 && !near.has(id));
  }
}

/** The scale at which the drawing is as wide as its frame. */
function fitting(frame: HTMLElement): number {
  return frame.clientWidth / (frame.querySelector('svg')?.viewBox.baseVal.width || 1);
}

function scaled(frame: HTMLElement, scale: number): number {
  const svg = frame.querySelector('svg');
  svg?.setAttribute('width', String(svg.viewBox.baseVal.width * scale));
  svg?.setAttribute('height', String(svg.viewBox.baseVal.height * scale));
  return scale;
}

/** A node or an edge with its edges and the nodes at their ends; nothing for what is no longer there. */
function connectedWith(id: string, { nodes, edges }: ShownMap): ReadonlySet<string> {
  const own = edges.filter((edge) => [edge.id, edge.from, edge.to].includes(id));
  const itself = nodes.some((node) => node.id === id) ? [id] : [];
  return new Set([...itself, ...own.flatMap((edge) => [edge.id, edge.from, edge.to])]);
}

function firstPlace({ nodes }: ShownMap): Place | undefined {
  const first = nodes.find(({ column }) => column === 'function');
  return first && { id: first.id };
}

function idAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? (target.closest('[data-id]')?.getAttribute('data-id') ?? undefined) : undefined;
}

/** The drawing is read as XML, in which no script of a page can hide. */
function parsed(drawing: string): readonly Node[] {
  return [document.importNode(new DOMParser().parseFromString(drawing, 'image/svg+xml').documentElement, true)];
}
