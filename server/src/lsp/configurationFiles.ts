import { type Connection, DidChangeWatchedFilesNotification, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
// Straight from the file: the door of that folder would load the rules before `initialize` is answered.
import { CONFIGURATION_FILE, isConfigurationFile } from '../configuration/places.ts';
import type { ClientSupport } from './clientSupport.ts';

/** What to do when files have changed, come or gone; all as URIs. */
interface Followers {
  readonly configured: (uris: readonly string[]) => void;
  /** Told of all files that the client watches, whoever has asked for them. */
  readonly changed: (uris: readonly string[]) => void;
}

/**
 * Follows the configuration files of the projects: the client is asked to watch them, and where it cannot, one that is saved in the
 * editor is noticed.
 */
export function followConfigurationFiles(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  support: ClientSupport,
  initialized: Promise<void>,
  { configured, changed }: Followers,
): void {
  void initialized.then(() => {
    if (!support.registersWatchedFiles) return;
    const watchers = [{ globPattern: `**/${CONFIGURATION_FILE}` }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = [...new Set(changes.map(({ uri }) => uri))];
    const configurations = uris.filter(isConfigurationFile);
    if (configurations.length > 0) configured(configurations);
    changed(uris);
  });
  documents.onDidSave(({ document }) => {
    if (isConfigurationFile(document.uri)) configured([document.uri]);
  });
}
