import type { Analysis } from '../../analysis/index.ts';
import { drawn, permissionMapOf } from '../../features/map/index.ts';
import { checkAll } from '../../rules/index.ts';

/** The formats that are drawings, and how a line of comment begins in each. */
const COMMENTS = { mermaid: '%%', dot: '//' } as const;

/** A format in which `explain` gives the permission map. */
export type DrawingFormat = keyof typeof COMMENTS;

export function isDrawing(format: string): format is DrawingFormat {
  return Object.hasOwn(COMMENTS, format);
}

/** The permission map of a template, under its path; nothing where there is no function to draw. */
export function drawing(path: string, analysis: Analysis, format: DrawingFormat, fn: string | undefined): string {
  const map = permissionMapOf(analysis, { function: fn, findings: checkAll(analysis) });
  return map.nodes.length === 0 ? '' : `${COMMENTS[format]} ${path.replace(/\s+/g, ' ')}\n${drawn(map, format)}`;
}
