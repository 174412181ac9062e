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

export function createDrawing(frame: HTMLElement, events: DrawingEvents): Drawing {
  let current: ShownMap | undefined;
  let place: Place | undefined;
  let scale: number | undefined;
  const groupOf = (id: string | undefined): Element | undefined =>
    [...frame.querySelectorAll('[data-id]')].find((group) => group.getAttribute('data-id') === id);
  const goTo = (next: Place | undefined): void => {
    const group = groupOf(next?.id);
    if (!next || !(group instanceof SVGElement)) return;
    groupOf(place?.id)?.setAttribute('tabindex', '-1');
    place = next;
    group.setAttribute('tabindex', '0');
    group.focus();
  };
  const applyScale = (): void => {
    const svg = frame.querySelector('svg');
    const { width, height } = svg?.viewBox.baseVal ?? { width: 1, height: 1 };
    scale ??= Math.min(1, Math.max(SMALLEST_AT_FIRST, frame.clientWidth / width));
    svg?.setAttribute('width', String(width * scale));
    svg?.setAttribute('height', String(height * scale));
  };
  frame.addEventListener('click', ({ target }) => {
    const id = idAt(target);
    if (id === undefined) return;
    goTo({ id });
    events.choose(id, false);
  });
  frame.addEventListener('keydown', (event) => {
    const id = idAt(event.target);
    if (id === undefined || !current) return;
    const next = placeAfter(current, place?.id === id ? place : { id }, event.key);
    if (next) goTo(next);
    else if (event.key === 'Enter' || event.key === ' ') events.choose(id, event.key === 'Enter');
    else if (event.key === 'Escape') events.leave();
    if (next || event.key === ' ') event.preventDefault();
  });
  return {
    show: (map) => {
      const hadFocus = frame.contains(document.activeElement);
      current = map;
      frame.replaceChildren(...parsed(map.drawing));
      applyScale();
      if (!groupOf(place?.id)) place = firstPlace(map);
      groupOf(place?.id)?.setAttribute('tabindex', '0');
      if (hadFocus) goTo(place);
    },
    select: (id) => {
      const near = current && id !== undefined ? connectedWith(id, current) : undefined;
      for (const group of frame.querySelectorAll('[data-id]')) {
        const own = group.getAttribute('data-id') ?? '';
        group.classList.toggle('selected', own === id);
        group.classList.toggle('far', near !== undefined && near.size > 0 && !near.has(own));
      }
    },
    resize: (factor) => {
      const width = frame.querySelector('svg')?.viewBox.baseVal.width ?? 1;
      const wanted = factor === undefined ? frame.clientWidth / width : (scale ?? 1) * factor;
      scale = Math.min(3, Math.max(0.2, wanted));
      applyScale();
    },
  };
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
