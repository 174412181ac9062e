/**
 * Two requests of our own about what stands at a place: `lambdaIam/functionPage` for the account of a function, `lambdaIam/addPermission` for
 * the call of the AWS CLI that adds a permission. Both answer `null` where there is nothing of the kind.
 */
import type { Position, TextDocumentIdentifier } from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import { addPermissionCommand, type FunctionPage, functionPage } from '../features/index.ts';
import { fromPosition } from './fromProtocol.ts';

export interface FunctionPageParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The logical id, or the place of the cursor. */
  readonly function: string | Position;
}

export interface AddPermissionParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}

export function pageOfFunction(
  analysis: Analysis,
  { function: which }: Pick<FunctionPageParams, 'function'>,
): FunctionPage | null {
  return functionPage(analysis, typeof which === 'string' ? which : fromPosition(which, analysis.tree)) ?? null;
}

export function addPermission(analysis: Analysis, { position }: Pick<AddPermissionParams, 'position'>): string | null {
  return addPermissionCommand(analysis, fromPosition(position, analysis.tree)) ?? null;
}
