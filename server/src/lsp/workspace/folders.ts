import type { Connection, InitializeParams } from 'vscode-languageserver';
import { isWithin, keyOf } from './uris.ts';

/** The folders of the workspace, as the client tells them. */
export interface Folders {
  readonly all: () => readonly string[];
  /** The folder that a file is in; the innermost, where one folder lies in another. */
  readonly of: (uri: string) => string | undefined;
}

/** @param changed called with the folders that came, when folders have come or gone */
export function followFolders(
  connection: Connection,
  { workspaceFolders, rootUri, capabilities }: InitializeParams,
  initialized: Promise<void>,
  changed: (added: readonly string[]) => void,
): Folders {
  const known = new Map<string, string>();
  const add = (uris: readonly string[]): void => uris.forEach((uri) => void known.set(keyOf(uri), uri));
  add(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
  void initialized.then(() => {
    if (!capabilities.workspace?.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders((event) => {
      for (const { uri } of event.removed) known.delete(keyOf(uri));
      const added = event.added.map(({ uri }) => uri);
      add(added);
      changed(added);
    });
  });
  return {
    all: () => [...known.values()],
    of: (uri) => innermost([...known].filter(([key]) => isWithin(keyOf(uri), key))),
  };
}

function innermost(folders: readonly (readonly [key: string, uri: string])[]): string | undefined {
  return folders.toSorted(([a], [b]) => b.length - a.length)[0]?.[1];
}
