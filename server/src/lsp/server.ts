/** The language server without its host: what a client is offered, and where each message goes. */
import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyses } from './analyses.ts';
import { type ClientSupport, clientSupportOf } from './clientSupport.ts';
import { codeActions, FIX_ALL_KIND, resolveCodeAction } from './codeActions.ts';
import { guarded } from './guarded.ts';
import type { Host } from './host.ts';
import { hover } from './hover.ts';
import { followSettings } from './liveSettings.ts';
import { answerPulls, pushDiagnostics } from './publishing.ts';
import type { Session } from './session.ts';

export type { Host } from './host.ts';

/** Serves a client until the connection ends. */
export function startServer(connection: Connection, host: Host): void {
  connection.onInitialize((params) => initialize(connection, host, params));
  connection.listen();
}

function initialize(connection: Connection, host: Host, params: InitializeParams): InitializeResult {
  const support = clientSupportOf(params.capabilities);
  const documents = new TextDocuments(TextDocument);
  const analyses = createAnalyses(host.knowledge);
  const settings = followSettings(connection, support, params.initializationOptions, () => refresh());
  const session: Session = {
    support,
    settings: settings.current,
    settingsKnown: settings.known,
    log: (message) => connection.console.error(message),
    analysisOf: (uri) => {
      const document = settings.current().enable ? documents.get(uri) : undefined;
      return document && analyses.of(document);
    },
  };
  const refresh = support.pullsDiagnostics
    ? answerPulls(connection, session)
    : pushDiagnostics(connection, documents, session, host.defer);
  documents.onDidClose(({ document }) => analyses.forget(document.uri));
  answerRequests(connection, session);
  documents.listen(connection);
  return { capabilities: capabilitiesFor(support), serverInfo: { name: 'lambda-iam', version: host.version } };
}

function answerRequests(connection: Connection, session: Session): void {
  const { log } = session;
  connection.onHover(guarded(log, 'Hover', null, (params) => hover(params, session)));
  connection.onCodeAction(guarded(log, 'Code actions', [], (params) => codeActions(params, session)));
  connection.onCodeActionResolve((action, token) =>
    guarded(log, 'A code action', action, () => resolveCodeAction(action, session))(action, token),
  );
}

function capabilitiesFor(support: ClientSupport): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL_KIND], resolveProvider: support.resolvesEdits },
    ...(support.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'lambda-iam', interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
  };
}
