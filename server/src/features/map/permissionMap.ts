import type { Analysis } from '../../analysis/index.ts';
import type { FunctionPermissions } from '../../lambda/index.ts';
import type { Finding } from '../../rules/index.ts';
import { worst } from '../explain.ts';
import { invocationsOf } from './invocations.ts';
import type { Arc, Column, MapEdge, MapNode, PermissionMap } from './model.ts';
import { needArcsOf } from './needs.ts';
import { type Scene, sceneOf } from './scene.ts';
import { unknownActionsOf } from './unknownActions.ts';
import { type Needed, usesOf } from './uses.ts';

/** What of a template is drawn. */
export interface MapOptions {
  /** The logical id of the function to which the picture is limited; every function by default. */
  readonly function?: string | undefined;
  /** The findings whose fixes the edges offer. */
  readonly findings?: readonly Finding[];
}

/** The permissions of a template as nodes and edges; nothing for a document that is no template. */
export function permissionMapOf(analysis: Analysis, options: MapOptions = {}): PermissionMap {
  const { template, permissions } = analysis;
  if (!template) return { nodes: [], edges: [] };
  const scene = sceneOf(analysis, template, options.findings ?? []);
  const owners = permissions.functions.filter(({ fn }) => options.function === undefined || fn.logicalId === options.function);
  const arcs = owners.flatMap((owner) => arcsOf(owner, scene));
  const functions = owners.map(({ fn }) => scene.places.ofFunction(fn));
  return { nodes: nodesOf(functions, arcs), edges: edgesOf(arcs) };
}

function arcsOf(owner: FunctionPermissions, scene: Scene): readonly Arc[] {
  const needs = [...needArcsOf(owner, scene)];
  return [
    ...invocationsOf(owner, scene),
    ...needs,
    ...usesOf(owner, actionsByPlace(needs), scene),
    ...unknownActionsOf(owner, scene),
  ];
}

/** The actions that needs account for, in small letters: by what they are needed on, and under `*` all of them. */
function actionsByPlace(needs: readonly Arc[]): Needed {
  const byPlace = new Map<string, Set<string>>();
  for (const { from, to, permission } of needs) {
    const place = from.column === 'source' ? from : to;
    for (const key of [place.id.slice(place.id.indexOf(':') + 1), '*']) {
      const known = byPlace.get(key) ?? new Set();
      for (const action of permission.actions) known.add(action.toLowerCase());
      byPlace.set(key, known);
    }
  }
  return byPlace;
}

const COLUMNS: readonly Column[] = ['source', 'function', 'target'];

function nodesOf(functions: readonly MapNode[], arcs: readonly Arc[]): readonly MapNode[] {
  const byId = new Map<string, MapNode>();
  for (const node of [...functions, ...arcs.flatMap(({ from, to }) => [from, to])])
    if (!byId.has(node.id)) byId.set(node.id, node);
  return COLUMNS.flatMap((column) => [...byId.values()].filter((node) => node.column === column));
}

function edgesOf(arcs: readonly Arc[]): readonly MapEdge[] {
  const byEnds = new Map<string, Arc[]>();
  for (const arc of arcs) {
    const id = `${arc.from.id} > ${arc.to.id}`;
    byEnds.set(id, [...(byEnds.get(id) ?? []), arc]);
  }
  return Array.from(byEnds, ([id, own]) => toEdge(id, own));
}

function toEdge(id: string, arcs: readonly Arc[]): MapEdge {
  const [{ from, to } = { from: { id: '' }, to: { id: '' } }] = arcs;
  const permissions = arcs.map(({ permission }) => permission);
  const grants = permissions.flatMap(({ grantedBy }) => grantedBy);
  return {
    id,
    from: from.id,
    to: to.id,
    verdict: worst(permissions.map(({ verdict }) => verdict)),
    implicit: grants.length > 0 && grants.every(({ implicit }) => implicit),
    permissions,
  };
}
