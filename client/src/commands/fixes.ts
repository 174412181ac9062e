/** The command that adds all missing permissions of a template. */
import { commands, type Disposable, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { MissingPermissions } from '../../../server/src/lsp/missingPermissions.ts';
import { editorInQuestion } from './cursor.ts';

/** @returns what VS Code disposes of with the extension */
export function registerFixCommands(client: BaseLanguageClient): Disposable {
  const add = async (): Promise<void> => {
    const document = editorInQuestion()?.document;
    if (!document) return;
    const params = { textDocument: { uri: document.uri.toString() } };
    const progress = { location: ProgressLocation.Window, title: l10n.t('Lambda IAM: adding what is missing') };
    const missing = await window.withProgress(progress, () =>
      client.sendRequest<MissingPermissions | null>('lambdaIam/addMissingPermissions', params),
    );
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(missing?.edit);
    const isApplied = missing?.added === 0 || (edit !== undefined && (await workspace.applyEdit(edit)));
    void window.showInformationMessage(
      missing && isApplied ? outcome(missing) : l10n.t('The text has changed meanwhile, so nothing was added. Try again.'),
    );
  };
  return commands.registerCommand('lambdaIam.fixAllMissingPermissions', add);
}

function outcome({ added, left }: MissingPermissions): string {
  const told = addedInWords(added);
  if (left === 0) return added === 0 ? l10n.t('No permission is missing, as far as this file tells.') : told;
  const rest =
    left === 1
      ? l10n.t('1 problem is left of which it is not certain what to add: see the Problems view.')
      : l10n.t('{0} problems are left of which it is not certain what to add: see the Problems view.', left);
  return added === 0 ? rest : `${told} ${rest}`;
}

function addedInWords(added: number): string {
  return added === 1 ? l10n.t('1 missing permission was added.') : l10n.t('{0} missing permissions were added.', added);
}
