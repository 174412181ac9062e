import type { InlayHint, Range } from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import { inlayHintsIn } from '../features/index.ts';
import type { Context } from './context.ts';
import { fromRange } from './fromProtocol.ts';
import { toMarkup, toRange } from './toProtocol.ts';

/** The hints in a part of a document. */
export function inlayHints(analysis: Analysis, range: Range, { settings, support }: Context): InlayHint[] {
  if (!settings(analysis.source.uri).inlayHints) return [];
  const { tree } = analysis;
  return inlayHintsIn(analysis, fromRange(range, tree)).map(({ at, label, tooltip }) => ({
    position: toRange({ start: at, end: at }, tree).start,
    label,
    paddingLeft: true,
    ...(tooltip === undefined ? {} : { tooltip: toMarkup(tooltip, support.markdown) }),
  }));
}
