import { AROUND_LABEL, LETTER, type MapLayout, type PlacedNode } from './geometry.ts';
import { meetingOf } from './meeting.ts';
import type { MapEdge, MapNode, PermissionMap } from './model.ts';
import { type Columns, connections, ordered } from './ordering.ts';
import { routed } from './routes.ts';
import { spaced } from './spacing.ts';

const MARGIN = 24;
const LOWEST = 44;
/** Between the nodes of a column. */
const GAP = 14;
/** A node with many edges at one side grows, so that they can be told apart. */
const PORT_ROOM = 7;
const HIGHEST = 220;
/** Between the columns: room for curves and for the names of what grants. */
const COLUMN_GAP = 200;
const NARROWEST = 150;
const WIDEST = 280;

/** Lays a map out in three columns with few crossings, each node near those it is connected with. */
export function layOut(map: PermissionMap): MapLayout {
  const columns = ordered(map.nodes, map.edges);
  const heights = heightsOf(map);
  const nodes = placed(columns, heights, centresOf(columns, heights, map.edges));
  return {
    width: MARGIN + Math.max(0, ...nodes.map(({ x, width }) => x + width)),
    height: MARGIN + Math.max(0, ...nodes.map(({ y, height }) => y + height)),
    nodes,
    edges: routed(map.edges, nodes),
  };
}

type Heights = ReadonlyMap<string, number>;

function heightsOf({ nodes, edges }: PermissionMap): Heights {
  const meeting = meetingOf(edges);
  return new Map(
    nodes.map(({ id }) => {
      const most = Math.max(meeting(id, 'out'), meeting(id, 'in'));
      return [id, Math.min(HIGHEST, Math.max(LOWEST, (most + 1) * PORT_ROOM))] as const;
    }),
  );
}

const SETTLING_ROUNDS = 4;

/** The height of each node's middle: the functions one below the other at first, then all drawn towards their neighbours. */
function centresOf({ sources, functions, targets }: Columns, heights: Heights, edges: readonly MapEdge[]): Heights {
  const connected = connections(edges);
  const centres = new Map(functions.map(({ id }, i) => [id, i * (LOWEST + GAP)]));
  const settle = (column: readonly MapNode[]): void => {
    const wishes = column.map(({ id }, i) => meanOf(connected.get(id) ?? [], centres) ?? centres.get(id) ?? i * (LOWEST + GAP));
    const sizes = column.map(({ id }) => (heights.get(id) ?? LOWEST) + GAP);
    for (const [i, place] of spaced(wishes, sizes).entries()) {
      const node = column[i];
      if (node) centres.set(node.id, place);
    }
  };
  for (let round = 0; round < SETTLING_ROUNDS; round++) [sources, targets, functions].forEach(settle);
  [sources, targets].forEach(settle);
  return centres;
}

function meanOf(ids: readonly string[], centres: Heights): number | undefined {
  const known = ids.flatMap((id) => centres.get(id) ?? []);
  return known.length > 0 ? known.reduce((sum, centre) => sum + centre, 0) / known.length : undefined;
}

function placed({ sources, functions, targets }: Columns, heights: Heights, centres: Heights): readonly PlacedNode[] {
  const topOf = (id: string): number => (centres.get(id) ?? 0) - (heights.get(id) ?? LOWEST) / 2;
  const top = Math.min(...[...centres.keys()].map(topOf));
  let x = MARGIN;
  return [sources, functions, targets].flatMap((column) => {
    if (column.length === 0) return [];
    const width = widthOf(column);
    const own = column.map((node) => {
      const y = Math.round(MARGIN + topOf(node.id) - top);
      return { ...node, x, y, width, height: heights.get(node.id) ?? LOWEST };
    });
    x += width + COLUMN_GAP;
    return own;
  });
}

function widthOf(column: readonly MapNode[]): number {
  const longest = Math.max(...column.map(({ label }) => label.length));
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, longest * LETTER + AROUND_LABEL)));
}
