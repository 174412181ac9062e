import { mark } from '../describe/verdict.ts';
import type { Column, MapEdge, PermissionMap } from './model.ts';
import { captionOf } from './wording.ts';

const LOOKS: Readonly<Record<MapEdge['verdict'], string>> = {
  granted: 'color="#1a7f37"',
  missing: 'color="#cf222e", style=dotted, penwidth=2, arrowhead=tee',
  denied: 'color="#cf222e", style=dotted, penwidth=2, arrowhead=tee',
  unknown: 'color="#6e7781", style=dashed',
};

/**
 * The map in the language of Graphviz; the columns are ranks, and it is drawn from left to right.
 * Source: https://graphviz.org/doc/info/lang.html
 */
export function toDot({ nodes, edges }: PermissionMap): string {
  const columns: readonly Column[] = ['source', 'function', 'target'];
  const ranks = columns.flatMap((column) => {
    const own = nodes.filter((node) => node.column === column);
    if (own.length === 0) return [];
    const lines = own.map(({ id, label, detail }) => {
      const shape = column === 'function' ? ', style="rounded,bold"' : '';
      return `    ${quoted(id)} [label=${quoted(`${label}\n${detail}`)}${shape}];`;
    });
    return ['  {', '    rank=same;', ...lines, '  }'];
  });
  const arrows = edges.map(({ from, to, verdict, ...edge }) => {
    const words = quoted(`${mark(verdict)} ${captionOf({ ...edge, from, to, verdict })}`);
    return `  ${quoted(from)} -> ${quoted(to)} [label=${words}, ${LOOKS[verdict]}];`;
  });
  const looks = ['  rankdir=LR;', '  node [shape=box, style=rounded, fontname=sans];', '  edge [fontname=sans, fontsize=10];'];
  return ['digraph permissions {', ...looks, ...ranks, ...arrows, '}', ''].join('\n');
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
