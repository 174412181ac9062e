import { commands, type Disposable, type ExtensionContext, Selection, Uri, ViewColumn, window, workspace } from 'vscode';

/**
 * The command that opens a small template with mistakes as a new document, beside the walkthrough that offers it.
 *
 * @returns what VS Code disposes of with the extension
 */
export function registerSampleCommand({ extensionUri }: ExtensionContext): Disposable {
  return commands.registerCommand('lambdaIam.openSample', async () => {
    const sample = Uri.joinPath(extensionUri, 'client', 'walkthrough', 'template.yaml');
    // It is ASCII, a byte for each character.
    const content = String.fromCharCode(...(await workspace.fs.readFile(sample)));
    const document = await workspace.openTextDocument({ language: 'yaml', content });
    const editor = await window.showTextDocument(document, ViewColumn.Beside);
    const fn = document.positionAt(content.indexOf('Worker:'));
    editor.selection = new Selection(fn, fn);
  });
}
