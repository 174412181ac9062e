import type { Position, Range, RenameParams, WorkspaceEdit } from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import { type Refusal, renameAt, renamePlaceAt } from '../features/index.ts';
import type { Context } from './context.ts';
import { fromPosition } from './fromProtocol.ts';
import { toRange, toWorkspaceEdit } from './toProtocol.ts';

/** What an editor marks while the author types another name. */
export interface RenameRange {
  readonly range: Range;
  readonly placeholder: string;
}

export function prepareRename(analysis: Analysis, position: Position): RenameRange | Refusal | null {
  const place = renamePlaceAt(analysis, fromPosition(position, analysis.tree));
  if (!place || 'refusal' in place) return place ?? null;
  return { range: toRange(place.span, analysis.tree), placeholder: place.name };
}

export function rename(
  analysis: Analysis,
  { position, newName }: Pick<RenameParams, 'position' | 'newName'>,
  { support }: Context,
): WorkspaceEdit | Refusal | null {
  const renamed = renameAt(analysis, fromPosition(position, analysis.tree), newName);
  if (!renamed || 'refusal' in renamed) return renamed ?? null;
  return toWorkspaceEdit(renamed, analysis.tree, support.versionedEdits);
}
