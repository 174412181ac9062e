import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import {
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { BenchDocument } from '../documents.ts';
import { CAPABILITIES } from './capabilities.ts';

const SERVER = join(import.meta.dirname, '..', '..', '..', 'dist', 'server.js');

export const URI = 'file:///template';

/** A server process, as built, and the one document that it is asked about. */
export interface Session {
  readonly pid: number | undefined;
  readonly connection: ProtocolConnection;
  /** From the start of the process to its answer to `initialize`, in ms. */
  readonly initializeMs: number;
  /** Opens the document. @returns the time until its diagnostics came, and these */
  readonly open: () => Promise<Published>;
  /** Types a character and, the next time, deletes it. */
  readonly press: () => void;
  /** The diagnostics of the newest version, counted from when it was sent. */
  readonly published: () => Promise<Published>;
  /** The position of an offset of the document as it was opened. */
  readonly positionAt: (offset: number) => Position;
  readonly stop: () => Promise<void>;
}

export interface Published {
  readonly ms: number;
  readonly diagnostics: readonly Diagnostic[];
}

export async function startSession({ languageId, text, keystrokeAt }: BenchDocument): Promise<Session> {
  const started = performance.now();
  const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const arrivals = watchArrivals(connection);
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: CAPABILITIES });
  const initializeMs = performance.now() - started;
  void connection.sendNotification(InitializedNotification.type, {});

  const document = TextDocument.create(URI, languageId, 1, text);
  const start = document.positionAt(keystrokeAt);
  const end = { line: start.line, character: start.character + 1 };
  let sent = { version: 1, at: 0 };
  const published = (): Promise<Published> => arrivals.of(sent.version, sent.at);
  return {
    pid: child.pid,
    connection,
    initializeMs,
    open: () => {
      sent = { version: 1, at: performance.now() };
      void connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: URI, languageId, version: 1, text },
      });
      return published();
    },
    press: () => {
      sent = { version: sent.version + 1, at: performance.now() };
      const types = sent.version % 2 === 0;
      void connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: URI, version: sent.version },
        contentChanges: [types ? { range: { start, end: start }, text: 'x' } : { range: { start, end }, text: '' }],
      });
    },
    published,
    positionAt: (offset) => document.positionAt(offset),
    stop: async () => {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await exited;
      connection.dispose();
    },
  };
}

/** When the diagnostics of which version came. */
function watchArrivals(connection: ProtocolConnection) {
  let newest: { readonly params: PublishDiagnosticsParams; readonly at: number } | undefined;
  let look = (): void => undefined;
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    newest = { params, at: performance.now() };
    look();
  });
  return {
    of: (version: number, since: number): Promise<Published> =>
      new Promise((done) => {
        look = () => {
          if (!newest || (newest.params.version ?? 0) < version) return;
          done({ ms: newest.at - since, diagnostics: newest.params.diagnostics });
        };
        look();
      }),
  };
}
