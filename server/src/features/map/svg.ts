import { AROUND_LABEL, LETTER, MARK_RADIUS, type MapLayout, type PlacedEdge, type PlacedNode, pathOf } from './geometry.ts';
import type { MapNode } from './model.ts';
import { ICONS, MARKS } from './shapes.ts';
import { STYLE } from './style.ts';
import { captionOf, nodeSentence, sentenceOf, summaryOf } from './wording.ts';

/** How a drawing is used. */
export interface SvgOptions {
  /** A file of its own: it carries its colours, for light and for dark pages. Without, the page that shows it has the styles. */
  readonly standalone: boolean;
}

/**
 * Draws a layout as SVG. Every node and edge is a group with the class of what it is, its id in `data-id` and a label for those who
 * cannot see it.
 */
export function toSvg(layout: MapLayout, { standalone }: SvgOptions): string {
  const { width, height, nodes, edges } = layout;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="permission-map" role="group" aria-label="${escaped(summaryOf(layout))}" ${size}>`,
    standalone ? `<style>${STYLE}</style><rect class="paper" width="100%" height="100%"/>` : '',
    ...edges.map((edge) => drawnEdge(edge, byId)),
    ...nodes.map((node) => drawnNode(node, layout)),
    '</svg>',
  ].join('\n');
}

function drawnEdge(edge: PlacedEdge, nodes: ReadonlyMap<string, MapNode>): string {
  const { id, verdict, implicit, mark, end, hasRoom } = edge;
  const classes = ['edge', verdict, ...(implicit ? ['implicit'] : []), ...(hasRoom ? [] : ['crowded'])].join(' ');
  const path = pathOf(edge);
  const ring = implicit ? `<circle class="ring" r="${MARK_RADIUS + 2.5}"/>` : '';
  const letters = Math.floor((end.x - mark.x - AROUND_CAPTION) / CAPTION_LETTER);
  return [
    group(classes, id, sentenceOf(edge, nodes)),
    `<path class="reach" d="${path}"/><path class="line" d="${path}"/>`,
    `<path class="tip" d="M${end.x - 7} ${end.y - 4}L${end.x} ${end.y}L${end.x - 7} ${end.y + 4}"/>`,
    `<g class="mark" transform="translate(${mark.x} ${mark.y})">${ring}<circle r="${MARK_RADIUS}"/><path d="${MARKS[verdict]}"/>`,
    `<text class="caption" x="${MARK_RADIUS + 6}" y="4">${escaped(shortened(captionOf(edge), letters))}</text></g></g>`,
  ].join('');
}

/** Beside a caption: the mark and the tip of the arrow. */
const AROUND_CAPTION = 22;
const CAPTION_LETTER = 5.4;

function drawnNode(node: PlacedNode, { edges }: MapLayout): string {
  const { id, column, label, detail, x, y, width, height } = node;
  const letters = Math.floor((width - AROUND_LABEL) / LETTER) + 1;
  return [
    group(`node ${column}`, id, nodeSentence(node, edges), ` transform="translate(${x} ${y})"`),
    `<rect class="box" width="${width}" height="${height}" rx="6"/>`,
    `<path class="icon" transform="translate(20 ${height / 2})" d="${ICONS[column]}"/>`,
    `<text class="label" x="38" y="${height / 2 - 3}">${escaped(shortened(label, letters))}</text>`,
    `<text class="detail" x="38" y="${height / 2 + 12}">${escaped(shortened(detail, Math.floor(letters * DETAIL_LETTERS)))}</text></g>`,
  ].join('');
}

/** Details are written smaller than labels: more letters go into a line. */
const DETAIL_LETTERS = 1.3;

function group(classes: string, id: string, sentence: string, more = ''): string {
  const text = escaped(sentence);
  return `<g class="${classes}" data-id="${escaped(id)}" role="button" tabindex="-1" aria-label="${text}"${more}><title>${text}</title>`;
}

function shortened(text: string, letters: number): string {
  return text.length > letters ? `${text.slice(0, letters - 1)}…` : text;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML, without the control characters that XML cannot say. */
function escaped(text: string): string {
  return text.replace(/[^\t\n -\uD7FF\uE000-\uFFFD]/g, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
