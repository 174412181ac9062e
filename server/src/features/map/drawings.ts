import { toDot } from './dot.ts';
import { layOut } from './layout.ts';
import { toMermaid } from './mermaid.ts';
import type { PermissionMap } from './model.ts';
import { toSvg } from './svg.ts';

/** The ways to write a permission map as a file of its own. */
export type MapFormat = 'svg' | 'mermaid' | 'dot';

/** A permission map as a text in one of the formats. */
export function drawn(map: PermissionMap, format: MapFormat): string {
  switch (format) {
    case 'svg':
      return toSvg(layOut(map), { standalone: true });
    case 'mermaid':
      return toMermaid(map);
    case 'dot':
      return toDot(map);
  }
}
