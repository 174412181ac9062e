import { type Curve, MARK_RADIUS, type PlacedEdge, type PlacedNode, type Point, pointOn, round } from './geometry.ts';
import { meetingOf } from './meeting.ts';
import type { MapEdge } from './model.ts';

/** How far edges at one side of a node are apart, at most. */
const PORT_DISTANCE = 9;

/** As much room is kept for the words beside a mark. */
const WORDS_WIDTH = 150;

const MARK_DISTANCE = 2 * MARK_RADIUS + 2;

/** Where on the curve a mark may be, counted from the end at which fewer edges meet; the best place first. */
const MARK_PLACES = [0.38, 0.5, 0.28, 0.62, 0.74];

/** Draws the edges between nodes that have their places. */
export function routed(edges: readonly MapEdge[], nodes: readonly PlacedNode[]): readonly PlacedEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const starts = portsOf(edges, byId, 'from', 'to');
  const ends = portsOf(edges, byId, 'to', 'from');
  const meeting = meetingOf(edges);
  const curved = edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (!from || !to) return [];
    const start = { x: from.x + from.width, y: round(from.y + from.height / 2 + (starts.get(edge) ?? 0)) };
    const end = { x: to.x, y: round(to.y + to.height / 2 + (ends.get(edge) ?? 0)) };
    return [{ ...edge, start, end }];
  });
  return withRoom(withMarks(curved, ({ from, to }) => meeting(from, 'out') > meeting(to, 'in')));
}

/** How far from the middle of its node each edge is attached: in the order of the other ends, so that edges do not cross at the node. */
function portsOf(
  edges: readonly MapEdge[],
  byId: ReadonlyMap<string, PlacedNode>,
  side: 'from' | 'to',
  other: 'from' | 'to',
): ReadonlyMap<MapEdge, number> {
  const groups = new Map<string, MapEdge[]>();
  for (const edge of edges) {
    const group = groups.get(edge[side]);
    if (group) group.push(edge);
    else groups.set(edge[side], [edge]);
  }
  const yOf = (edge: MapEdge): number => byId.get(edge[other])?.y ?? 0;
  return new Map(
    Array.from(groups).flatMap(([id, group]) => {
      const distance = Math.min(PORT_DISTANCE, (byId.get(id)?.height ?? 0) / (group.length + 1));
      return group.sort((a, b) => yOf(a) - yOf(b)).map((edge, i) => [edge, (i - (group.length - 1) / 2) * distance] as const);
    }),
  );
}

/** Marks keep off each other as far as their curves let them. */
function withMarks<E extends MapEdge & Curve>(
  edges: readonly E[],
  isReversed: (edge: E) => boolean,
): readonly (E & { readonly mark: Point })[] {
  const taken: Point[] = [];
  return edges.map((edge) => {
    const points = MARK_PLACES.map((part) => pointOn(edge, isReversed(edge) ? 1 - part : part));
    const free = points.find((point) => !taken.some((other) => isNear(point, other, MARK_DISTANCE)));
    const mark = free ?? points[0] ?? edge.start;
    taken.push(mark);
    return { ...edge, mark };
  });
}

function withRoom<E extends { readonly mark: Point }>(edges: readonly E[]): readonly (E & { readonly hasRoom: boolean })[] {
  const words: Point[] = [];
  return edges.map((edge) => {
    const { mark } = edge;
    const isCovered = words.some((other) => isNear(mark, other, WORDS_WIDTH));
    const hasRoom = !isCovered && !edges.some(({ mark: other }) => other.x > mark.x && isNear(mark, other, WORDS_WIDTH));
    if (hasRoom) words.push(mark);
    return { ...edge, hasRoom };
  });
}

function isNear(a: Point, b: Point, width: number): boolean {
  return Math.abs(a.x - b.x) < width && Math.abs(a.y - b.y) < MARK_DISTANCE;
}
