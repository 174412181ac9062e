/** The extension on the desktop and in remote workspaces: the language server is a process of its own, spoken to over Node IPC. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import { clientId, clientName, clientOptions, run } from './common.ts';

/** Called by VS Code when a document in one of our languages is opened first. */
export function activate(context: ExtensionContext): void {
  const server: NodeModule = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug: NodeModule = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  run(new LanguageClient(clientId, clientName, { run: server, debug }, clientOptions()), context);
}
