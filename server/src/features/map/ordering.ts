import type { MapEdge, MapNode } from './model.ts';

/** The nodes of each column, from top to bottom. */
export interface Columns {
  readonly sources: readonly MapNode[];
  readonly functions: readonly MapNode[];
  readonly targets: readonly MapNode[];
}

const ROUNDS = 12;

/**
 * Orders the columns so that few edges cross: again and again each node goes to the mean place of those it is connected with, first on
 * the outer columns, then in the middle; the best order that came up is taken. Nodes without edges keep their place of the text.
 */
export function ordered(nodes: readonly MapNode[], edges: readonly MapEdge[]): Columns {
  const neighbours = connections(edges);
  let current = initial(nodes);
  let best = current;
  for (let round = 0, fewest = crossings(current, edges); round < ROUNDS && fewest > 0; round++) {
    const functions = placesOf([current.functions]);
    const sources = byMean(current.sources, functions, neighbours);
    const targets = byMean(current.targets, functions, neighbours);
    current = { sources, targets, functions: byMean(current.functions, placesOf([sources, targets]), neighbours) };
    const count = crossings(current, edges);
    if (count < fewest) best = current;
    fewest = Math.min(fewest, count);
  }
  return best;
}

/** How many pairs of edges cross. */
export function crossings({ sources, functions, targets }: Columns, edges: readonly MapEdge[]): number {
  return crossingsBetween(sources, functions, edges) + crossingsBetween(functions, targets, edges);
}

function initial(nodes: readonly MapNode[]): Columns {
  const of = (column: MapNode['column']): readonly MapNode[] => nodes.filter((node) => node.column === column);
  return { sources: of('source'), functions: of('function'), targets: of('target') };
}

/** What each node is connected with. */
export function connections(edges: readonly MapEdge[]): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (id: string, other: string): void => {
    const known = neighbours.get(id);
    if (known) known.push(other);
    else neighbours.set(id, [other]);
  };
  for (const { from, to } of edges) {
    add(from, to);
    add(to, from);
  }
  return neighbours;
}

/** Where each node stands in its column: from 0 at the top to 1 at the bottom, so that columns of different lengths compare. */
function placesOf(columns: readonly (readonly MapNode[])[]): ReadonlyMap<string, number> {
  return new Map(columns.flatMap((column) => column.map(({ id }, i) => [id, (i + 0.5) / column.length] as const)));
}

function byMean(
  column: readonly MapNode[],
  places: ReadonlyMap<string, number>,
  neighbours: ReadonlyMap<string, readonly string[]>,
): readonly MapNode[] {
  const keyed = column.map((node, i) => {
    const own = (neighbours.get(node.id) ?? []).flatMap((id) => places.get(id) ?? []);
    return { node, key: own.length > 0 ? own.reduce((sum, place) => sum + place, 0) / own.length : (i + 0.5) / column.length };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ node }) => node);
}

/** Counts the inversions of the right ends when the edges are sorted by their left ends. */
function crossingsBetween(left: readonly MapNode[], right: readonly MapNode[], edges: readonly MapEdge[]): number {
  const row = (column: readonly MapNode[]): ReadonlyMap<string, number> => new Map(column.map(({ id }, i) => [id, i]));
  const [lefts, rights] = [row(left), row(right)];
  const ends = edges.flatMap(({ from, to }) => {
    const [a, b] = [lefts.get(from), rights.get(to)];
    return a === undefined || b === undefined ? [] : [{ a, b }];
  });
  const passed: number[] = [];
  let count = 0;
  for (const { b } of ends.sort((x, y) => x.a - y.a || x.b - y.b)) {
    const at = upperBound(passed, b);
    count += passed.length - at;
    passed.splice(at, 0, b);
  }
  return count;
}

/** The first place in an ascending list behind which everything is greater. */
function upperBound(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
