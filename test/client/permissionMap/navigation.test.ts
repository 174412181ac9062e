import { expect, test } from 'vitest';
import { type Place, placeAfter } from '../../../client/src/permissionMap/view/navigation.ts';
import type { ShownEdge, ShownMap, ShownNode } from '../../../server/src/lsp/permissionMap.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function node(id: string, column: ShownNode['column']): ShownNode {
  return { id, column, label: id, detail: '', range };
}

function edge(from: string, to: string): ShownEdge {
  return { id: `${from}-${to}`, from, to, verdict: 'granted', implicit: false, sentence: '', permissions: [] };
}

const MAP: ShownMap = {
  version: 1,
  functions: ['f1', 'f2'],
  summary: '',
  drawing: '',
  nodes: [node('s1', 'source'), node('f1', 'function'), node('f2', 'function'), node('t1', 'target'), node('t2', 'target')],
  edges: [edge('s1', 'f1'), edge('f1', 't1'), edge('f1', 't2'), edge('f2', 't2')],
};

/** Where some keys lead, one after the other. */
function way(start: string, ...keys: readonly string[]): readonly (string | undefined)[] {
  let place: Place | undefined = { id: start };
  return keys.map((key) => {
    place = place && placeAfter(MAP, place, key);
    return place?.id;
  });
}

test('up and down go through a column, Home and End to its ends', () => {
  expect(way('f1', 'ArrowDown', 'ArrowUp', 'End', 'Home')).toEqual(['f2', 'f1', 'f2', 'f1']);
  expect(way('f2', 'ArrowDown')).toEqual([undefined]);
});

test('right and left go along an edge to the node at its end', () => {
  expect(way('s1', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')).toEqual(['s1-f1', 'f1', 'f1-t1', 't1']);
  expect(way('f1', 'ArrowLeft', 'ArrowLeft')).toEqual(['s1-f1', 's1']);
  expect(way('t1', 'ArrowRight')).toEqual([undefined]);
});

test('up and down on an edge choose among those of the node that it was reached from', () => {
  expect(way('f1', 'ArrowRight', 'ArrowDown', 'ArrowRight')).toEqual(['f1-t1', 'f1-t2', 't2']);
  expect(way('t2', 'ArrowLeft', 'ArrowDown', 'ArrowLeft')).toEqual(['f1-t2', 'f2-t2', 'f2']);
});

test('other keys lead nowhere', () => {
  expect(way('f1', 'a')).toEqual([undefined]);
  expect(way('gone', 'ArrowRight')).toEqual([undefined]);
});
