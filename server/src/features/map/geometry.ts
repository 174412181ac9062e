import type { MapEdge, MapNode } from './model.ts';

/** A permission map with a place for everything, in pixels from its upper left corner. */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode extends MapNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An edge as a curve that leaves and arrives level, with a mark on it. */
export interface PlacedEdge extends MapEdge {
  readonly start: Point;
  readonly end: Point;
  readonly mark: Point;
  /** Whether words to the right of the mark would cover nobody else's. */
  readonly hasRoom: boolean;
}

export type Curve = Pick<PlacedEdge, 'start' | 'end'>;

/** About as wide as a letter of the labels is on average, in pixels. */
export const LETTER = 7.9;

/** How much of a node's width is not for its label: the icon and the padding. */
export const AROUND_LABEL = 52;

/** The radius of the mark on an edge. */
export const MARK_RADIUS = 8;

/** The point of a curve at a part of its way, which goes from 0 to 1. */
export function pointOn({ start, end }: Curve, part: number): Point {
  const middle = (start.x + end.x) / 2;
  const rest = 1 - part;
  const [a, b, c, d] = [rest ** 3, 3 * rest ** 2 * part, 3 * rest * part ** 2, part ** 3];
  return { x: round(a * start.x + (b + c) * middle + d * end.x), y: round((a + b) * start.y + (c + d) * end.y) };
}

/** A curve as path data of SVG: a cubic whose handles lie level with its ends. */
export function pathOf({ start, end }: Curve): string {
  const middle = round((start.x + end.x) / 2);
  return `M${start.x} ${start.y}C${middle} ${start.y} ${middle} ${end.y} ${end.x} ${end.y}`;
}

/** To a tenth of a pixel, which nobody sees, so that texts stay short. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
