import type {
  Connection,
  PublishDiagnosticsParams,
  WorkspaceDiagnosticReport,
  WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver';

/**
 * The way by which a client gets diagnostics of files that are not open. Clients that pull the diagnostics of open documents may also ask for
 * those of the workspace (`workspace/diagnostic`), with one request that is never done: each file is a part of its answer. VS Code does
 * so, and keeps both kinds in one list. What never asks has them pushed.
 */
export interface Outlet {
  readonly send: (shown: PublishDiagnosticsParams) => void;
  /** Whether the client keeps one list for open documents and for other files: the one then replaces the other. */
  readonly isOneList: () => boolean;
  /** To be called when all has been checked that was to be checked. */
  readonly finished: () => void;
}

/** For clients that do not pull. */
export function pushing(connection: Connection): Outlet {
  return { send: (shown) => void connection.sendDiagnostics(shown), isOneList: () => true, finished: () => undefined };
}

/** A request of the client that has not been answered to the end. */
interface Asked {
  readonly tell: (report: WorkspaceFullDocumentDiagnosticReport) => void;
  readonly end: () => void;
  /** Whether its answer is done when all is known once, because the client does not take it in parts. */
  readonly isOnce: boolean;
}

/**
 * For clients that pull.
 *
 * @param firstTime called when the client asks for the first time, so that what was pushed can be taken back
 * @param anew called each time it asks, because it has to be told of all files
 */
export function answering(
  connection: Connection,
  { firstTime, anew }: Readonly<Record<'firstTime' | 'anew', () => void>>,
): Outlet {
  let current: Asked | undefined;
  let hasAsked = false;
  const end = (): void => {
    current?.end();
    current = undefined;
  };
  connection.languages.diagnostics.onWorkspace((_params, token, _progress, parts) => {
    if (!hasAsked) firstTime();
    hasAsked = true;
    end();
    return new Promise((answer) => {
      current = parts ? inParts((part) => parts.report(part), answer) : atOnce(answer);
      token.onCancellationRequested(current.end);
      anew();
    });
  });
  const { send } = pushing(connection);
  return {
    send: (shown) => {
      if (!hasAsked) send(shown);
      else current?.tell({ kind: 'full', uri: shown.uri, version: null, items: shown.diagnostics });
    },
    isOneList: () => hasAsked,
    finished: () => {
      if (current?.isOnce) end();
    },
  };
}

type Answer = (report: WorkspaceDiagnosticReport) => void;

function inParts(report: (part: WorkspaceDiagnosticReport) => void, answer: Answer): Asked {
  return { tell: (each) => report({ items: [each] }), end: () => answer({ items: [] }), isOnce: false };
}

function atOnce(answer: Answer): Asked {
  const reports = new Map<string, WorkspaceFullDocumentDiagnosticReport>();
  return {
    tell: (each) => void reports.set(each.uri, each),
    end: () => answer({ items: [...reports.values()] }),
    isOnce: true,
  };
}
