import type { Diagnostic } from 'vscode-languageserver';
import type { Courtesy } from '../courtesy.ts';
import type { WorkspaceHost } from '../host.ts';
import type { ClosedFiles } from './closedFiles.ts';
import type { Folders } from './folders.ts';

/** What checking files takes. */
export interface Checking {
  readonly host: WorkspaceHost;
  readonly courtesy: Courtesy;
  readonly folders: Folders;
  readonly files: ClosedFiles;
  /** Whether a file is to be checked when it is not open. */
  readonly isWanted: (uri: string) => boolean;
  readonly isOpen: (uri: string) => boolean;
  /** The diagnostics of a file with this text. */
  readonly check: (uri: string, text: string) => Promise<Diagnostic[]>;
  readonly log: (message: string) => void;
}

/** Shows what is found in a file, unless it was opened or is no longer to be checked. */
export async function checkFile(uri: string, { host, courtesy, files, isWanted, isOpen, check }: Checking): Promise<void> {
  const isOurs = (): boolean => isWanted(uri) && !isOpen(uri);
  await courtesy.idle();
  const text = isOurs() ? await host.read(uri) : undefined;
  const diagnostics = text === undefined ? undefined : await check(uri, text);
  if (!isOurs()) return;
  if (diagnostics === undefined) files.forget(uri);
  else files.show(uri, diagnostics);
}
