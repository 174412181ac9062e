import { type Disposable, type DocumentFilter, languages, type TextDocument, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { mayBeOurs } from './mayBeOurs.ts';

/** The file of a project's choices, which the server checks whatever it says. */
const CONFIGURATION_FILE = /\/\.lambda-iam\.json$/;

/** Whether the server could have something to say about a document. */
export function concernsServer(document: TextDocument, selector: readonly DocumentFilter[]): boolean {
  return languages.match(selector, document) > 0 && (CONFIGURATION_FILE.test(document.uri.path) || mayBeOurs(document.getText()));
}

/**
 * Starts the server as soon as it could have something to say about an open document, one that is being typed included. VS Code can wake an
 * extension by a language but not by what a file says, and most YAML and JSON files are not ours.
 *
 * @returns what gives up waiting
 */
export function startWhenNeeded(client: BaseLanguageClient, selector: readonly DocumentFilter[]): Disposable {
  const subscriptions: Disposable[] = [];
  const dispose = (): void => {
    for (const subscription of subscriptions.splice(0)) subscription.dispose();
  };
  const look = (document: TextDocument): void => {
    if (subscriptions.length === 0 || !concernsServer(document, selector)) return;
    dispose();
    client.start().catch((error: unknown) => client.error('The language server cannot be started', error));
  };
  subscriptions.push(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => look(document)),
  );
  workspace.textDocuments.forEach(look);
  return { dispose };
}
