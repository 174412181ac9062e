import type { MapEdge } from './model.ts';

/** How many edges meet at one side of a node: those that leave it, or those that arrive. */
export type Meeting = (id: string, side: 'out' | 'in') => number;

export function meetingOf(edges: readonly MapEdge[]): Meeting {
  const out = new Map<string, number>();
  const into = new Map<string, number>();
  for (const { from, to } of edges) {
    out.set(from, (out.get(from) ?? 0) + 1);
    into.set(to, (into.get(to) ?? 0) + 1);
  }
  return (id, side) => (side === 'out' ? out : into).get(id) ?? 0;
}
