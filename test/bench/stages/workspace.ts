import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver/node';
import { bareParse } from '../bareParse.ts';
import { timeOf } from '../clock.ts';
import type { Effort, Figure } from '../figures.ts';
import { folderOf } from '../folder.ts';
import { CAPABILITIES } from '../server/capabilities.ts';
import { memoryOf } from '../server/processFacts.ts';

const SERVER = join(import.meta.dirname, '..', '..', '..', 'dist', 'server.js');

const TEMPLATES: Readonly<Record<Effort, number>> = { quick: 100, full: 1000 };

/** A server that checks a folder of templates of which none is open. */
export async function* workspaceFigures(effort: Effort): AsyncGenerator<Figure> {
  const count = TEMPLATES[effort];
  const folder = folderOf(count);
  const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const passed = await timeOf(() => checkedBy(connection, pathToFileURL(folder.path).href));
    const parsing = await timeOf(() => folder.files.forEach(bareParse));
    const on = `${count} templates`;
    const floor = { what: 'bare parse', value: parsing };
    yield { what: 'check of a workspace', on, unit: 'ms', value: passed, floor };
    yield { what: 'check of a workspace, peak memory', on, unit: 'MB', value: memoryOf(child.pid).peak };
  } finally {
    child.kill();
    folder.remove();
  }
}

/** From `initialize` until the server says that the files of the folder are checked. */
async function checkedBy(connection: ProtocolConnection, uri: string): Promise<void> {
  const checked = new Promise<void>((done) => {
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => {
        if (kind === 'end') done();
      });
    });
  });
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'templates' }],
    capabilities: { ...CAPABILITIES, window: { workDoneProgress: true }, workspace: { workspaceFolders: true } },
  });
  void connection.sendNotification(InitializedNotification.type, {});
  await checked;
}
