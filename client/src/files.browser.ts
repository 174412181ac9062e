/** A web worker has no way to files, whatever they lie on; VS Code has one. */
import { Disposable, FileSystemError, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** The text of a file, wherever the workspace or the extension lies. */
export async function readText(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** Answers the server's requests for files: those of the extension, by their path in it, and those of the workspace. */
export function answerForFiles(client: BaseLanguageClient, extension: Uri): Disposable {
  return Disposable.from(
    client.onRequest('lambdaIam/ownFile', ({ path }: { readonly path: string }) => readText(Uri.joinPath(extension, path))),
    client.onRequest('lambdaIam/readFile', ({ uri }: { readonly uri: string }) => readIfThere(Uri.parse(uri))),
  );
}

async function readIfThere(uri: Uri): Promise<string | null> {
  try {
    return await readText(uri);
  } catch (error) {
    if (error instanceof FileSystemError) return null;
    throw error;
  }
}
