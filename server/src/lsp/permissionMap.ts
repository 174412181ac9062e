/**
 * Two requests of our own: `lambdaIam/permissionMap` for the map of a document as an editor shows it, `lambdaIam/permissionMapFile` for
 * the map as a file. Both answer `null` for what is no template.
 */
import type { Range, TextDocumentIdentifier } from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import {
  drawn,
  layOut,
  type MapEdge,
  type MapFormat,
  type MapGrant,
  type MapNode,
  type MapPermission,
  type PermissionMap,
  permissionMapOf,
  sentenceOf,
  summaryOf,
  toSvg,
} from '../features/map/index.ts';
import type { SyntaxTree } from '../syntax/index.ts';
import { type Context, findingsOf } from './context.ts';
import { toRange } from './toProtocol.ts';

export interface PermissionMapParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The logical id of the only function to show; all of them by default. */
  readonly function?: string | undefined;
}

export interface PermissionMapFileParams extends PermissionMapParams {
  readonly format: MapFormat;
}

/** The map of one version of a document. */
export interface ShownMap {
  readonly version: number;
  /** The logical ids of all functions of the document, whichever are shown. */
  readonly functions: readonly string[];
  readonly summary: string;
  /** SVG without colours; `data-id` tells which node or edge a group is. */
  readonly drawing: string;
  /** Column by column, from top to bottom, as they are drawn. */
  readonly nodes: readonly ShownNode[];
  /** From top to bottom. */
  readonly edges: readonly ShownEdge[];
}

/** With a place that an editor understands, instead of one in the text. */
type WithRange<T, R = Range> = Omit<T, 'span'> & { readonly range: R };

export type ShownNode = WithRange<MapNode>;

export type ShownGrant = WithRange<MapGrant, Range | undefined>;

export interface ShownEdge extends Omit<MapEdge, 'permissions'> {
  readonly sentence: string;
  readonly permissions: readonly ShownPermission[];
}

export interface ShownPermission extends WithRange<Omit<MapPermission, 'grantedBy'>> {
  readonly grantedBy: readonly ShownGrant[];
}

export function permissionMap(
  analysis: Analysis,
  params: Pick<PermissionMapParams, 'function'>,
  context: Context,
): ShownMap | null {
  if (!analysis.template) return null;
  const { source, tree, permissions } = analysis;
  const layout = layOut(mapOf(analysis, params, context));
  const nodes = new Map(layout.nodes.map((node) => [node.id, node]));
  return {
    version: source.version,
    functions: permissions.functions.map(({ fn }) => fn.logicalId),
    summary: summaryOf(layout),
    drawing: toSvg(layout, { standalone: false }),
    nodes: layout.nodes.map(({ id, column, label, detail, span }) => ({
      id,
      column,
      label,
      detail,
      range: toRange(span, tree),
    })),
    edges: layout.edges.toSorted((a, b) => a.start.y + a.end.y - b.start.y - b.end.y).map((edge) => shownEdge(edge, nodes, tree)),
  };
}

export function permissionMapFile(
  analysis: Analysis,
  params: Pick<PermissionMapFileParams, 'function' | 'format'>,
  context: Context,
): string | null {
  return analysis.template ? drawn(mapOf(analysis, params, context), params.format) : null;
}

function mapOf(analysis: Analysis, params: Pick<PermissionMapParams, 'function'>, context: Context): PermissionMap {
  return permissionMapOf(analysis, { function: params.function, findings: findingsOf(analysis, context) });
}

function shownEdge(edge: MapEdge, nodes: ReadonlyMap<string, MapNode>, tree: SyntaxTree): ShownEdge {
  const { id, from, to, verdict, implicit, permissions } = edge;
  const shown = permissions.map((permission) => shownPermission(permission, tree));
  return { id, from, to, verdict, implicit, sentence: sentenceOf(edge, nodes), permissions: shown };
}

function shownPermission({ span, grantedBy, ...permission }: MapPermission, tree: SyntaxTree): ShownPermission {
  return {
    ...permission,
    range: toRange(span, tree),
    grantedBy: grantedBy.map(({ span: where, ...grant }) => ({ ...grant, range: where && toRange(where, tree) })),
  };
}
