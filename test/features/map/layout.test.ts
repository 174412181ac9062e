import { expect, test } from 'vitest';
import {
  layOut,
  type MapEdge,
  type MapNode,
  type PermissionMap,
  type PlacedNode,
} from '../../../server/src/features/map/index.ts';
import { crossings, ordered } from '../../../server/src/features/map/ordering.ts';
import { spaced } from '../../../server/src/features/map/spacing.ts';

const NOWHERE = { start: 0, end: 0 };

function node(id: string): MapNode {
  const column = id.startsWith('s') ? 'source' : id.startsWith('f') ? 'function' : 'target';
  return { id, column, label: id, detail: '', span: NOWHERE };
}

function edge(from: string, to: string): MapEdge {
  return { id: `${from} > ${to}`, from, to, verdict: 'granted', implicit: false, permissions: [] };
}

/** A map by its edges: `s1-f1 f1-t2`. */
function mapOf(text: string): PermissionMap {
  const edges = text.split(' ').map((pair) => {
    const [from = '', to = ''] = pair.split('-');
    return edge(from, to);
  });
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  return { nodes: ids.sort().map(node), edges };
}

const overlap = (a: PlacedNode, b: PlacedNode): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Fifty functions, each with a source of its own and one of five tables, in an order that has nothing to do with that. */
const FIFTY = mapOf(Array.from({ length: 50 }, (_, i) => `s${(i * 17) % 50}-f${i} f${i}-t${(i * 7) % 5}`).join(' '));

test('edges that need not cross do not', () => {
  const map = mapOf('s1-f3 s2-f2 s3-f1 f1-t1 f2-t2 f3-t3');
  const columns = ordered(map.nodes, map.edges);
  expect(crossings(columns, map.edges)).toBe(0);
  expect(columns.functions.map(({ id }) => id)).toEqual(expect.arrayContaining(['f1', 'f2', 'f3']));
});

test('fifty functions with five shared tables need no crossing, and none is left', () => {
  expect(crossings(ordered(FIFTY.nodes, FIFTY.edges), FIFTY.edges)).toBe(0);
});

test('crossings are counted', () => {
  const { nodes, edges } = mapOf('s1-f2 s2-f1 f1-t2 f2-t1 s1-f1');
  const of = (column: MapNode['column']) => nodes.filter((one) => one.column === column);
  expect(crossings({ sources: of('source'), functions: of('function'), targets: of('target') }, edges)).toBe(2);
});

test('nodes stand in their columns and do not cover each other, and everything is on the paper', () => {
  const { nodes, edges, width, height } = layOut(FIFTY);
  expect(nodes.length).toBe(FIFTY.nodes.length);
  expect(nodes.flatMap((a, i) => nodes.slice(i + 1).filter((b) => overlap(a, b)))).toEqual([]);
  const xOf = (column: MapNode['column']) => new Set(nodes.filter((one) => one.column === column).map(({ x }) => x));
  expect([xOf('source'), xOf('function'), xOf('target')].map(({ size }) => size)).toEqual([1, 1, 1]);
  for (const { x, y, ...box } of nodes) {
    expect(x >= 0 && y >= 0 && x + box.width <= width && y + box.height <= height).toBe(true);
  }
  for (const { start, end, mark } of edges) expect(start.x < mark.x && mark.x < end.x).toBe(true);
});

test('the layout of fifty functions is made in a moment, and always the same', () => {
  const first = layOut(FIFTY);
  expect(layOut(FIFTY)).toEqual(first);
});

test('an empty map is an empty sheet', () => {
  expect(layOut({ nodes: [], edges: [] })).toMatchObject({ nodes: [], edges: [] });
});

test('things are spaced as near to their wishes as their sizes let them', () => {
  expect(spaced([], [])).toEqual([]);
  expect(spaced([0, 100], [10, 10])).toEqual([0, 100]);
  expect(spaced([50, 50], [10, 10])).toEqual([45, 55]);
  expect(spaced([50, 50, 50], [10, 30, 10])).toEqual([30, 50, 70]);
  expect(spaced([0, 1, 100], [10, 10, 10])).toEqual([-4.5, 5.5, 100]);
});
