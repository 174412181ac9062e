import { type Connection, DidChangeWatchedFilesNotification, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
// Straight from the file: the door of that folder would load the rules before `initialize` is answered.
import { CONFIGURATION_FILE, isConfigurationFile } from '../configuration/places.ts';
import type { ClientSupport } from './clientSupport.ts';

/**
 * Follows the configuration files of the projects: the client is asked to watch them, and where it cannot, one that is saved in the
 * editor is noticed.
 *
 * @param changed called after a configuration file has changed, come or gone
 */
export function followConfigurationFiles(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  support: ClientSupport,
  initialized: Promise<void>,
  changed: () => void,
): void {
  void initialized.then(() => {
    if (!support.registersWatchedFiles) return;
    const watchers = [{ globPattern: `**/${CONFIGURATION_FILE}` }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => isConfigurationFile(uri))) changed();
  });
  documents.onDidSave(({ document }) => {
    if (isConfigurationFile(document.uri)) changed();
  });
}
