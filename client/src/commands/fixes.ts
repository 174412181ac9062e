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
    if (!missing) {
      void window.showInformationMessage(l10n.t('Open a SAM or CloudFormation template first.'));
      return;
    }
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(missing.edit);
    if (missing.added === 0 || (await workspace.applyEdit(edit))) tell(missing);
    else void window.showInformationMessage(l10n.t('The text has changed meanwhile, so nothing was added. Try again.'));
  };
  return commands.registerCommand('lambdaIam.fixAllMissingPermissions', add);
}

/** What cannot be added is shown in the Problems view, if the user wants to see it. */
function tell({ added, left }: MissingPermissions): void {
  if (left === 0) {
    const nothing = l10n.t('No permission is missing, as far as this file tells.');
    void window.showInformationMessage(added === 0 ? nothing : addedInWords(added));
    return;
  }
  const show = l10n.t('Show Problems');
  const told = [...(added > 0 ? [addedInWords(added)] : []), leftInWords(left)].join(' ');
  void window
    .showInformationMessage(told, show)
    .then((chosen) => (chosen === show ? commands.executeCommand('workbench.actions.view.problems') : undefined));
}

function leftInWords(left: number): string {
  return left === 1
    ? l10n.t('1 problem is left of which it is not certain what to add.')
    : l10n.t('{0} problems are left of which it is not certain what to add.', left);
}

function addedInWords(added: number): string {
  return added === 1 ? l10n.t('1 missing permission was added.') : l10n.t('{0} missing permissions were added.', added);
}
