import type { Hover, Position } from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import { hoverAt } from '../features/index.ts';
import type { Context } from './context.ts';
import { fromPosition } from './fromProtocol.ts';
import { toMarkup, toRange } from './toProtocol.ts';

export function hover(analysis: Analysis, position: Position, { support }: Context): Hover | null {
  const found = hoverAt(analysis, fromPosition(position, analysis.tree));
  if (!found) return null;
  return { contents: toMarkup(found.markdown, support.markdown), range: toRange(found.span, analysis.tree) };
}
