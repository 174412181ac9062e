import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toDiagnostic } from './diagnostics.ts';
import { guarded } from './guarded.ts';
import { describeError, findingsOf, type Session } from './session.ts';
import { whenSettled } from './settling.ts';

/** Shows the diagnostics of all open documents anew, after the settings have changed. */
type Refresh = () => void;

/** Answers clients that ask for diagnostics themselves. */
export function answerPulls(connection: Connection, session: Session): Refresh {
  connection.languages.diagnostics.on(
    guarded(session.log, 'Checking', { kind: 'full', items: [] }, async ({ textDocument }) => {
      await session.settingsKnown;
      return { kind: 'full', items: diagnosticsOf(textDocument.uri, session) };
    }),
  );
  return () => {
    if (session.support.refreshesDiagnostics) void connection.languages.diagnostics.refresh();
  };
}

/** Sends the diagnostics of a document after each change of it. */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  session: Session,
  defer: (work: () => void) => void,
): Refresh {
  const push = async (uri: string): Promise<void> => {
    const document = documents.get(uri);
    if (!document) return;
    try {
      await connection.sendDiagnostics({ uri, version: document.version, diagnostics: diagnosticsOf(uri, session) });
    } catch (error) {
      session.log(`Checking ${uri} failed: ${describeError(error)}`);
    }
  };
  const changed = whenSettled(defer, (uri) => void session.settingsKnown.then(() => push(uri)));
  documents.onDidChangeContent(({ document }) => changed(document.uri));
  documents.onDidClose(({ document }) => void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
  return () => documents.keys().forEach(changed);
}

function diagnosticsOf(uri: string, session: Session): Diagnostic[] {
  const analysis = session.analysisOf(uri);
  return analysis ? findingsOf(analysis, session).map((finding) => toDiagnostic(finding, analysis, session.support)) : [];
}
