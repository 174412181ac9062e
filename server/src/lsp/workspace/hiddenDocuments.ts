import type { Diagnostic } from 'vscode-languageserver';
import type { Courtesy } from '../courtesy.ts';
import { describeError } from '../errors.ts';
import type { Outlet } from './outlet.ts';
import { keyOf } from './uris.ts';

export interface HiddenDocumentsOptions {
  readonly courtesy: Pick<Courtesy, 'idle'>;
  readonly outlet: Pick<Outlet, 'send' | 'isOneList'>;
  readonly isOpen: (uri: string) => boolean;
  /** The diagnostics of an open document. */
  readonly diagnosticsOf: (uri: string) => Promise<Diagnostic[]>;
  readonly log: (message: string) => void;
}

/**
 * Documents that are open for the server while their tab is closed. VS Code keeps a document in memory for a while after its tab is
 * closed, and what was not saved is taken back at that moment; but it asks for the diagnostics of documents with a tab only. So it is told
 * of edited documents as of files, which it ignores for those with a tab.
 *
 * @returns to be called when an open document has changed
 */
export function createHiddenDocuments(options: HiddenDocumentsOptions): (uri: string) => void {
  const { courtesy, outlet, isOpen, diagnosticsOf, log } = options;
  const edited = new Map<string, string>();
  const tell = async (): Promise<void> => {
    await courtesy.idle();
    const uris = [...edited.values()];
    edited.clear();
    for (const uri of uris) {
      const diagnostics = isOpen(uri) && outlet.isOneList() ? await diagnosticsOf(uri) : undefined;
      if (diagnostics && isOpen(uri)) outlet.send({ uri, diagnostics });
    }
  };
  return (uri) => {
    const isWaiting = edited.size > 0;
    edited.set(keyOf(uri), uri);
    if (!isWaiting) tell().catch((error) => log(`Checking ${uri} failed: ${describeError(error)}`));
  };
}
