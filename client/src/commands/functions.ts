/** Commands about the function or the permission at the cursor. The server has the words. */
import { commands, type Disposable, env, l10n, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Pages } from '../pages.ts';
import { cursorOf, editorInQuestion } from './cursor.ts';

/** What the server answers to `lambdaIam/functionPage`. */
interface FunctionPage {
  readonly logicalId: string;
  readonly markdown: string;
}

/** @returns what VS Code disposes of with the extension */
export function registerFunctionCommands(client: BaseLanguageClient, pages: Pages): Disposable[] {
  const explain = async (resource?: unknown, logicalId?: unknown): Promise<void> => {
    const editor = editorInQuestion();
    const uri = typeof resource === 'string' ? resource : editor?.document.uri.toString();
    const which = typeof logicalId === 'string' ? logicalId : editor && cursorOf(editor);
    if (uri === undefined || which === undefined) return;
    const pageOf = (fn: typeof which): Promise<FunctionPage | null> =>
      client.sendRequest('lambdaIam/functionPage', { textDocument: { uri }, function: fn });
    const page = await pageOf(which);
    if (page === null) {
      void window.showInformationMessage(l10n.t('Put the cursor on a Lambda function of the template, or on what calls it.'));
      return;
    }
    const read = async () => (await pageOf(page.logicalId))?.markdown ?? null;
    await pages.show({ title: page.logicalId, about: Uri.parse(uri), read });
  };
  const copy = async (): Promise<void> => {
    const editor = editorInQuestion();
    if (!editor) return;
    const textDocument = { uri: editor.document.uri.toString() };
    const line: string | null = await client.sendRequest('lambdaIam/addPermission', { textDocument, position: cursorOf(editor) });
    if (line === null) {
      void window.showInformationMessage(l10n.t('Put the cursor on a Lambda permission, or on a trigger that needs one.'));
      return;
    }
    await env.clipboard.writeText(line);
    window.setStatusBarMessage(l10n.t('Copied: {0}', 'aws lambda add-permission …'), 4000);
  };
  return [
    commands.registerCommand('lambdaIam.explainFunction', explain),
    commands.registerCommand('lambdaIam.copyAddPermission', copy),
  ];
}
