import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { describeError } from './errors.ts';
import { guarded } from './guarded.ts';
import { whenSettled } from './settling.ts';
import type { Workspace } from './workspace/index.ts';

/** Shows the diagnostics of all open documents anew, after the settings have changed. */
type Refresh = () => void;

/** Where diagnostics come from, and what to do when they do not. */
interface Checking {
  readonly diagnosticsOf: (uri: string) => Promise<Diagnostic[]>;
  readonly log: (message: string) => void;
  /** Has the diagnostics of files that are not open. */
  readonly workspace: Pick<Workspace, 'replaced' | 'closed'>;
}

/** Answers clients that ask for diagnostics themselves. */
export function answerPulls(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  refreshes: boolean,
  { diagnosticsOf, log, workspace }: Checking,
): Refresh {
  connection.languages.diagnostics.on(
    guarded(log, 'Checking', { kind: 'full', items: [] }, async ({ textDocument: { uri } }) => {
      const items = await diagnosticsOf(uri);
      workspace.replaced(uri);
      return { kind: 'full', items };
    }),
  );
  documents.onDidClose(({ document }) => void workspace.closed(document.uri));
  return () => {
    if (refreshes) void connection.languages.diagnostics.refresh();
  };
}

/** Sends the diagnostics of a document after each change of it. */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  defer: (work: () => void) => void,
  { diagnosticsOf, log, workspace }: Checking,
): Refresh {
  const push = async (uri: string): Promise<void> => {
    const version = documents.get(uri)?.version;
    try {
      const diagnostics = await diagnosticsOf(uri);
      // Meanwhile it may have been closed or changed; a change is pushed in its own turn.
      if (version === undefined || documents.get(uri)?.version !== version) return;
      workspace.replaced(uri);
      await connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      log(`Checking ${uri} failed: ${describeError(error)}`);
    }
  };
  const changed = whenSettled(defer, (uri) => void push(uri));
  documents.onDidChangeContent(({ document }) => changed(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    if (!workspace.closed(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return () => documents.keys().forEach(changed);
}
