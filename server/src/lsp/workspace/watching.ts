import { type Connection, DidChangeWatchedFilesNotification, type FileSystemWatcher, WatchKind } from 'vscode-languageserver';

/**
 * Whatever comes or goes, because with a folder that is moved or deleted editors do not name what is in it; and changes of what may be a
 * template, a policy, or what git ignores.
 */
const WATCHERS: FileSystemWatcher[] = [
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  { globPattern: '**/*.{yaml,yml,json,jsonc,template}', kind: WatchKind.Change },
  { globPattern: '**/.gitignore', kind: WatchKind.Change },
];

/** Asks the client, once, to tell of files that change. */
export function createWatching(connection: Connection): () => void {
  let isAsked = false;
  return () => {
    if (!isAsked) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHERS });
    isAsked = true;
  };
}
