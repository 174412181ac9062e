import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { describeError } from './errors.ts';
import { guarded } from './guarded.ts';
import { whenSettled } from './settling.ts';

/** Shows the diagnostics of all open documents anew, after the settings have changed. */
type Refresh = () => void;

/** Where diagnostics come from, and what to do when they do not. */
interface Checking {
  readonly diagnosticsOf: (uri: string) => Promise<Diagnostic[]>;
  readonly log: (message: string) => void;
}

/** Answers clients that ask for diagnostics themselves. */
export function answerPulls(connection: Connection, refreshes: boolean, { diagnosticsOf, log }: Checking): Refresh {
  connection.languages.diagnostics.on(
    guarded(log, 'Checking', { kind: 'full', items: [] }, async ({ textDocument }) => ({
      kind: 'full',
      items: await diagnosticsOf(textDocument.uri),
    })),
  );
  return () => {
    if (refreshes) void connection.languages.diagnostics.refresh();
  };
}

/** Sends the diagnostics of a document after each change of it. */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  defer: (work: () => void) => void,
  { diagnosticsOf, log }: Checking,
): Refresh {
  const push = async (uri: string): Promise<void> => {
    const version = documents.get(uri)?.version;
    try {
      const diagnostics = await diagnosticsOf(uri);
      // Meanwhile it may have been closed or changed; a change is pushed in its own turn.
      if (version === undefined || documents.get(uri)?.version !== version) return;
      await connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      log(`Checking ${uri} failed: ${describeError(error)}`);
    }
  };
  const changed = whenSettled(defer, (uri) => void push(uri));
  documents.onDidChangeContent(({ document }) => changed(document.uri));
  documents.onDidClose(({ document }) => void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
  return () => documents.keys().forEach(changed);
}
