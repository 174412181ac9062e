import { verdictWord } from '../describe/verdict.ts';
import type { MapEdge, MapGrant, MapNode, PermissionMap } from './model.ts';

/** `JobsPolicy, WorkerRole (SAM)`; nothing when nothing grants it. */
export function grantsOf({ permissions }: MapEdge): string {
  return [...new Set(permissions.flatMap(({ grantedBy }) => grantedBy.map(nameOf)))].join(', ');
}

/** The few words beside an edge: what grants it, or that nothing does. */
export function captionOf(edge: MapEdge): string {
  const grants = grantsOf(edge);
  return edge.verdict === 'granted' && grants !== '' ? grants : verdictWord(edge.verdict).replace(' from these files', '');
}

/** What an edge says: `Uploads invokes Importer: not allowed`, `Worker polls Jobs: allowed by JobsPolicy`. */
export function sentenceOf(edge: MapEdge, nodes: ReadonlyMap<string, MapNode>): string {
  const grants = edge.verdict === 'granted' ? grantsOf(edge) : '';
  return `${actOf(edge, nodes)}: ${verdictWord(edge.verdict).toLowerCase()}${grants === '' ? '' : ` by ${grants}`}`;
}

function actOf(edge: MapEdge, nodes: ReadonlyMap<string, MapNode>): string {
  const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
  if (from?.column !== 'source') return `${from?.label} uses ${to?.label}`;
  const isCalled = edge.permissions.some(({ actions }) => actions.some((action) => action.startsWith('lambda:')));
  return isCalled ? `${from.label} invokes ${to?.label}` : `${to?.label} polls ${from.label}`;
}

/** What a node says: what it is, and how many of its edges are not allowed or not known. */
export function nodeSentence(node: MapNode, edges: readonly MapEdge[]): string {
  const own = edges.filter(({ from, to }) => from === node.id || to === node.id);
  const counts = [counted(own, ['missing', 'denied'], 'not allowed'), counted(own, ['unknown'], 'not known')];
  return [`${node.label}, ${node.detail}`, ...counts.filter((text) => text !== '')].join(', ');
}

/** The whole map in a line: `3 functions; 7 permissions: 5 allowed, 1 not allowed, 1 not known`. */
export function summaryOf({ nodes, edges }: PermissionMap): string {
  const functions = nodes.filter(({ column }) => column === 'function').length;
  const counts = [
    counted(edges, ['granted'], 'allowed'),
    counted(edges, ['missing', 'denied'], 'not allowed'),
    counted(edges, ['unknown'], 'not known'),
  ].filter((text) => text !== '');
  const connections = `${edges.length} connection${edges.length === 1 ? '' : 's'}`;
  return `${functions} function${functions === 1 ? '' : 's'}; ${[connections, counts.join(', ')].filter((text) => text !== '').join(': ')}`;
}

function counted(edges: readonly MapEdge[], verdicts: readonly MapEdge['verdict'][], what: string): string {
  const count = edges.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return count === 0 ? '' : `${count} ${what}`;
}

function nameOf({ label, implicit }: MapGrant): string {
  return implicit && !label.includes('SAM') ? `${label} (SAM)` : label;
}
