import { type Connection, RequestType } from 'vscode-languageserver';

/** The text of a file of this package, by its path in it. */
const OwnFileRequest = new RequestType<{ readonly path: string }, string, never>('lambdaIam/ownFile');

/** The text of a file of the workspace; `null` where there is none. */
const ReadFileRequest = new RequestType<{ readonly uri: string }, string | null, never>('lambdaIam/readFile');

/** Files that a worker has no way to: the client is asked for them. */
export interface FilesOfClient {
  /** A file of this package. Where the client does not know of them, it is fetched from where the worker's script came from. */
  readonly ownFile: (path: string) => Promise<string>;
  /** A file of the workspace; `undefined` where there is none, or the client gives none. */
  readonly readFile: (uri: string) => Promise<string | undefined>;
}

export function filesOfClient(connection: Connection): FilesOfClient {
  return {
    ownFile: (path) => connection.sendRequest(OwnFileRequest, { path }).catch(() => fetched(path)),
    readFile: async (uri) => (await connection.sendRequest(ReadFileRequest, { uri }).catch(() => null)) ?? undefined,
  };
}

/** The worker's script is `dist/browser/server.js`. */
async function fetched(path: string): Promise<string> {
  const response = await fetch(new URL(`../../${path}`, location.href));
  if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
  return response.text();
}
