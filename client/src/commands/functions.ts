/** Commands about the function or the permission at the cursor. The server has the words. */
import { commands, type Disposable, EventEmitter, env, type TextEditor, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** The documents that show the account of a function; they are read only and saved nowhere. */
const SCHEME = 'lambda-iam-function';

/** @returns what VS Code disposes of with the extension */
export function registerFunctionCommands(client: BaseLanguageClient): Disposable[] {
  const pages = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const explain = async (resource?: unknown, logicalId?: unknown): Promise<void> => {
    const editor = window.activeTextEditor;
    const uri = typeof resource === 'string' ? resource : editor?.document.uri.toString();
    const which = typeof logicalId === 'string' ? logicalId : editor && cursorOf(editor);
    if (uri === undefined || which === undefined) return;
    const page: string | null = await client.sendRequest('lambdaIam/functionPage', { textDocument: { uri }, function: which });
    if (page === null) {
      void window.showInformationMessage('Put the cursor on a Lambda function of the template, or on what calls it.');
      return;
    }
    const name = /^\*\*(\S+)\*\*/.exec(page)?.[1] ?? 'Function';
    const shown = Uri.from({ scheme: SCHEME, path: `/${name}.md`, query: uri });
    pages.set(shown.toString(), page);
    changed.fire(shown);
    await commands.executeCommand('markdown.showPreviewToSide', shown);
  };
  const copy = async (): Promise<void> => {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const textDocument = { uri: editor.document.uri.toString() };
    const line: string | null = await client.sendRequest('lambdaIam/addPermission', { textDocument, position: cursorOf(editor) });
    if (line === null) {
      void window.showInformationMessage('Put the cursor on a Lambda permission, or on a trigger that needs one.');
      return;
    }
    await env.clipboard.writeText(line);
    window.setStatusBarMessage('Copied: aws lambda add-permission …', 4000);
  };
  return [
    changed,
    workspace.onDidCloseTextDocument(({ uri }) => void pages.delete(uri.toString())),
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => pages.get(uri.toString()) ?? '',
    }),
    commands.registerCommand('lambdaIam.explainFunction', explain),
    commands.registerCommand('lambdaIam.copyAddPermission', copy),
  ];
}

function cursorOf({ selection: { active } }: TextEditor): { readonly line: number; readonly character: number } {
  return { line: active.line, character: active.character };
}
