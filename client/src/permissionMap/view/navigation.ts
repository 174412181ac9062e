import type { ShownMap } from '../../../../server/src/lsp/permissionMap.ts';

/** Where the keyboard is, and from which node it came to an edge. */
export interface Place {
  readonly id: string;
  readonly from?: string | undefined;
}

type Edge = ShownMap['edges'][number];

/**
 * Where a key leads: up and down to the neighbour in the same column or among the edges of the same node, right and left along an edge
 * and on to the node at its end, Home and End to the ends of the column. Keys that lead nowhere give `undefined`.
 */
export function placeAfter({ nodes, edges }: ShownMap, place: Place, key: string): Place | undefined {
  const edge = edges.find(({ id }) => id === place.id);
  if (edge) return afterEdge(edges, edge, place, key);
  const node = nodes.find(({ id }) => id === place.id);
  const column = nodes.filter((other) => other.column === node?.column).map(({ id }) => id);
  if (key === 'ArrowRight')
    return toEdge(
      edges.find(({ from }) => from === place.id),
      place.id,
    );
  if (key === 'ArrowLeft')
    return toEdge(
      edges.find(({ to }) => to === place.id),
      place.id,
    );
  return toNode(neighbour(column, place.id, key));
}

function afterEdge(edges: readonly Edge[], edge: Edge, place: Place, key: string): Place | undefined {
  if (key === 'ArrowRight') return { id: edge.to };
  if (key === 'ArrowLeft') return { id: edge.from };
  const side = place.from === edge.to ? 'to' : 'from';
  const siblings = edges.filter((other) => other[side] === edge[side]).map(({ id }) => id);
  const next = neighbour(siblings, edge.id, key);
  return next === undefined ? undefined : { id: next, from: edge[side] };
}

function toEdge(edge: Edge | undefined, from: string): Place | undefined {
  return edge && { id: edge.id, from };
}

function toNode(id: string | undefined): Place | undefined {
  return id === undefined ? undefined : { id };
}

function neighbour(ids: readonly string[], id: string, key: string): string | undefined {
  const at = ids.indexOf(id);
  switch (key) {
    case 'ArrowUp':
      return ids[at - 1];
    case 'ArrowDown':
      return ids[at + 1];
    case 'Home':
      return ids[0];
    case 'End':
      return ids.at(-1);
    default:
      return undefined;
  }
}
