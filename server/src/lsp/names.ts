import type { DocumentHighlight, Location, Position, ReferenceParams } from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import { definitionAt, namePlacesAt } from '../features/index.ts';
import type { Span } from '../text/span.ts';
import { fromPosition } from './fromProtocol.ts';
import { toRange } from './toProtocol.ts';

/** `DocumentHighlightKind` of the protocol. */
const READ = 2;
const WRITE = 3;

export function definition(analysis: Analysis, position: Position): Location | null {
  const span = definitionAt(analysis, fromPosition(position, analysis.tree));
  return span ? toLocation(span, analysis) : null;
}

export function references(
  analysis: Analysis,
  { position, context }: Pick<ReferenceParams, 'position' | 'context'>,
): Location[] | null {
  const places = namePlacesAt(analysis, fromPosition(position, analysis.tree));
  if (!places) return null;
  const { declaration, mentions } = places;
  const spans = declaration && context.includeDeclaration ? [declaration, ...mentions] : mentions;
  return spans.map((span) => toLocation(span, analysis));
}

export function documentHighlights(analysis: Analysis, position: Position): DocumentHighlight[] | null {
  const places = namePlacesAt(analysis, fromPosition(position, analysis.tree));
  if (!places) return null;
  const { declaration, mentions } = places;
  const read = mentions.map((span): DocumentHighlight => ({ range: toRange(span, analysis.tree), kind: READ }));
  return declaration ? [{ range: toRange(declaration, analysis.tree), kind: WRITE }, ...read] : read;
}

function toLocation(span: Span, { tree, source }: Analysis): Location {
  return { uri: source.uri, range: toRange(span, tree) };
}
