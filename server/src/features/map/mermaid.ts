import { mark } from '../describe/verdict.ts';
import type { Column, MapEdge, PermissionMap } from './model.ts';
import { captionOf } from './wording.ts';

const TITLES: Readonly<Record<Column, string>> = { source: 'Who calls', function: 'Functions', target: 'What they may use' };

const ARROWS: Readonly<Record<MapEdge['verdict'], string>> = { granted: '-->', missing: '--x', denied: '--x', unknown: '-.->' };

const COLOURS: Readonly<Record<MapEdge['verdict'], string>> = {
  granted: '#1a7f37',
  missing: '#cf222e',
  denied: '#cf222e',
  unknown: '#6e7781',
};

/**
 * The map as a flowchart of Mermaid, which GitHub and many wikis draw. A missing permission ends in a cross, one that is not known is
 * dotted. Source: https://mermaid.js.org/syntax/flowchart.html
 */
export function toMermaid({ nodes, edges }: PermissionMap): string {
  const names = new Map(nodes.map(({ id }, i) => [id, `n${i}`]));
  const columns: readonly Column[] = ['source', 'function', 'target'];
  const drawn = columns.flatMap((column) => {
    const own = nodes.filter((node) => node.column === column);
    if (own.length === 0) return [];
    const lines = own.map(({ id, label, detail }) => `    ${names.get(id)}["${escaped(label)}<br>${escaped(detail)}"]`);
    return [`  subgraph ${column}s["${TITLES[column]}"]`, ...lines, '  end'];
  });
  const arrows = edges.map((edge) => {
    const words = escaped(`${mark(edge.verdict)} ${captionOf(edge)}`);
    return `  ${names.get(edge.from)} ${ARROWS[edge.verdict]}|"${words}"| ${names.get(edge.to)}`;
  });
  const styles = edges.map(({ verdict }, i) => `  linkStyle ${i} stroke:${COLOURS[verdict]}`);
  return ['flowchart LR', ...drawn, ...arrows, ...styles, ''].join('\n');
}

/** Inside quotes Mermaid reads `#…;` as the number or name of a sign. */
function escaped(text: string): string {
  return text.replace(/[&"<>#`]/g, (sign) => `#${sign.charCodeAt(0)};`).replace(/\s+/g, ' ');
}
