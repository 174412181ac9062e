import type { Connection, InitializeParams } from 'vscode-languageserver';
import { isWithin, keyOf } from './uris.ts';

/** The folders of the workspace, as the client tells them. */
export interface Folders {
  readonly all: () => readonly string[];
  /** The folder that a file is in; the outermost, where one folder lies in another. */
  readonly of: (uri: string) => string | undefined;
}

/** @param changed called with the folders that came and those that went */
export function followFolders(
  connection: Connection,
  { workspaceFolders, rootUri, capabilities }: InitializeParams,
  initialized: Promise<void>,
  changed: (added: readonly string[], removed: readonly string[]) => void,
): Folders {
  const known = new Map<string, string>();
  const add = (uris: readonly string[]): void => uris.forEach((uri) => void known.set(keyOf(uri), uri));
  add(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
  void initialized.then(() => {
    if (!capabilities.workspace?.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders((event) => {
      const [added, removed] = [event.added.map(({ uri }) => uri), event.removed.map(({ uri }) => uri)];
      for (const uri of removed) known.delete(keyOf(uri));
      add(added);
      changed(added, removed);
    });
  });
  return {
    all: () => [...known.values()],
    of: (uri) => outermost([...known].filter(([key]) => isWithin(keyOf(uri), key))),
  };
}

function outermost(folders: readonly (readonly [key: string, uri: string])[]): string | undefined {
  return folders.toSorted(([a], [b]) => a.length - b.length)[0]?.[1];
}
