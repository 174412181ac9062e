import { AROUND_LABEL, LETTER, type MapLayout, type PlacedNode } from './geometry.ts';
import type { MapEdge, MapNode, PermissionMap } from './model.ts';
import { type Columns, ordered } from './ordering.ts';
import { routed } from './routes.ts';
import { spaced } from './spacing.ts';

const NODE_HEIGHT = 44;
const MARGIN = 24;
const ROW = 60;
/** Between the columns: room for curves and for the names of what grants. */
const COLUMN_GAP = 220;
const NARROWEST = 130;
const WIDEST = 280;

/** Lays a map out in three columns with few crossings, each node near those it is connected with. */
export function layOut(map: PermissionMap): MapLayout {
  const columns = ordered(map.nodes, map.edges);
  const centres = centresOf(columns, map.edges);
  const nodes = placed(columns, centres);
  return {
    width: MARGIN + Math.max(0, ...nodes.map(({ x, width }) => x + width)),
    height: MARGIN + Math.max(0, ...nodes.map(({ y, height }) => y + height)),
    nodes,
    edges: routed(map.edges, nodes),
  };
}

const SETTLING_ROUNDS = 4;

/** The height of each node's middle: the functions one below the other at first, then all drawn towards their neighbours. */
function centresOf({ sources, functions, targets }: Columns, edges: readonly MapEdge[]): ReadonlyMap<string, number> {
  const centres = new Map(functions.map(({ id }, i) => [id, i * ROW]));
  const settle = (column: readonly MapNode[]): void => {
    const wishes = column.map(({ id }, i) => meanOf(connected(id, edges), centres) ?? centres.get(id) ?? i * ROW);
    for (const [i, place] of spaced(wishes, ROW).entries()) {
      const node = column[i];
      if (node) centres.set(node.id, place);
    }
  };
  for (let round = 0; round < SETTLING_ROUNDS; round++) [sources, targets, functions].forEach(settle);
  [sources, targets].forEach(settle);
  return centres;
}

function connected(id: string, edges: readonly MapEdge[]): readonly string[] {
  return edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
}

function meanOf(ids: readonly string[], centres: ReadonlyMap<string, number>): number | undefined {
  const known = ids.flatMap((id) => centres.get(id) ?? []);
  return known.length > 0 ? known.reduce((sum, centre) => sum + centre, 0) / known.length : undefined;
}

function placed({ sources, functions, targets }: Columns, centres: ReadonlyMap<string, number>): readonly PlacedNode[] {
  const top = Math.min(0, ...centres.values());
  let x = MARGIN;
  return [sources, functions, targets].flatMap((column) => {
    if (column.length === 0) return [];
    const width = widthOf(column);
    const own = column.map((node) => {
      const y = Math.round(MARGIN + (centres.get(node.id) ?? 0) - top);
      return { ...node, x, y, width, height: NODE_HEIGHT };
    });
    x += width + COLUMN_GAP;
    return own;
  });
}

function widthOf(column: readonly MapNode[]): number {
  const longest = Math.max(...column.map(({ label }) => label.length));
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, longest * LETTER + AROUND_LABEL)));
}
