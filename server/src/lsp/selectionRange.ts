import type { Position, SelectionRange } from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import { selectionsAt } from '../features/index.ts';
import { fromPosition } from './fromProtocol.ts';
import { toRange } from './toProtocol.ts';

/** For each position what is selected step by step; the position itself where there is nothing. */
export function selectionRanges(analysis: Analysis, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => selectionRange(analysis, position));
}

function selectionRange(analysis: Analysis, position: Position): SelectionRange {
  const spans = selectionsAt(analysis, fromPosition(position, analysis.tree));
  const outward = spans.reduceRight<SelectionRange | undefined>(
    (parent, span) => ({ range: toRange(span, analysis.tree), ...(parent ? { parent } : {}) }),
    undefined,
  );
  return outward ?? { range: { start: position, end: position } };
}
