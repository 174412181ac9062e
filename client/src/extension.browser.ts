/** The extension in VS Code for the Web: the language server is a web worker. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientId, clientName, clientOptions, run } from './common.ts';
import { answerForFiles } from './files.browser.ts';
import { serverWorkers } from './worker.browser.ts';

/** Called by VS Code when a document in one of our languages is opened first. */
export function activate(context: ExtensionContext): void {
  const workers = serverWorkers(context.extensionUri);
  const client = new LanguageClient(clientId, clientName, workers.start, clientOptions());
  context.subscriptions.push(workers, answerForFiles(client, context.extensionUri));
  run(client, context);
}
