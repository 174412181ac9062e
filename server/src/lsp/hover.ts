import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hoverAt } from '../features/index.ts';
import { fromPosition } from './fromProtocol.ts';
import type { Session } from './session.ts';
import { toRange } from './toProtocol.ts';

export function hover({ textDocument, position }: HoverParams, { analysisOf, support }: Session): Hover | null {
  const analysis = analysisOf(textDocument.uri);
  const found = analysis && hoverAt(analysis, fromPosition(position, analysis.source));
  if (!found) return null;
  const kind = support.markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value: found.markdown }, range: toRange(found.span, analysis.source) };
}
