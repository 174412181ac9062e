import type { TextDocumentIdentifier, WorkspaceEdit } from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import { addMissingPermissions } from '../features/index.ts';
import { type Context, findingsOf } from './context.ts';
import { toWorkspaceEdit } from './toProtocol.ts';

export interface MissingPermissionsParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** All that is missing in a document, as one edit: `lambdaIam/addMissingPermissions`. The numbers count findings. */
export interface MissingPermissions {
  readonly edit: WorkspaceEdit;
  readonly added: number;
  /** What the edit leaves missing, because it is not certain what to add. */
  readonly left: number;
}

export function missingPermissions(analysis: Analysis, context: Context): MissingPermissions {
  const { edits, added, left } = addMissingPermissions(analysis, (version) => findingsOf(version, context));
  return { edit: toWorkspaceEdit(edits, analysis.tree, context.support.versionedEdits), added, left };
}
