import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';

const root = join(import.meta.dirname, '..', '..');

const capabilities = {
  textDocument: {
    codeAction: { isPreferredSupport: true, codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** A client of the server in a worker, which answers for files as the extension for browsers does. */
export interface WorkerClient {
  readonly request: (method: string, params: unknown) => Promise<unknown>;
  readonly notify: (method: string, params: unknown) => void;
  /** Opens a document. @returns its first diagnostics */
  readonly open: (uri: string, text: string, languageId: string) => Promise<PublishDiagnosticsParams>;
}

export interface Files {
  /** The folder of the bundles. */
  readonly bundles: string;
  /** The workspace's files by their addresses. Absent: the client gives no files at all, not even the extension's. */
  readonly workspace?: Readonly<Record<string, string>>;
}

/** Starts `browser/server.js` in a worker that has nothing of Node. */
export async function startWorker({ bundles, workspace }: Files): Promise<WorkerClient> {
  const script = await readFile(join(bundles, 'browser', 'server.js'), 'utf8');
  const worker = new Worker(new URL('worker.mjs', import.meta.url), {
    workerData: {
      script,
      address: 'https://files.example/dist/browser/server.js',
      folders: { dist: bundles, server: join(root, 'server') },
    },
  });
  afterAll(() => worker.terminate());
  const waiting = new Map<number, (message: Message) => void>();
  const published = new Map<string, (params: PublishDiagnosticsParams) => void>();
  let nextId = 1;
  const post = (message: Message): void => worker.postMessage({ jsonrpc: '2.0', ...message });
  const request = (method: string, params: unknown): Promise<unknown> => {
    const id = nextId++;
    post({ id, method, params });
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
    });
  };
  worker.on('message', async (message: Message) => {
    const { id, method, params } = message;
    if (method === undefined) waiting.get(id ?? 0)?.(message);
    else if (isPublished(method, params)) published.get(params.uri)?.(params);
    else if (id !== undefined) post({ id, ...(await answerFor(method, params)) });
  });
  const answerFor = async (method: string, params: unknown): Promise<Message> => {
    if (workspace && method === 'lambdaIam/ownFile') return { result: await ownFile(bundles, String(fieldOf(params, 'path'))) };
    if (workspace && method === 'lambdaIam/readFile') return { result: workspace[String(fieldOf(params, 'uri'))] ?? null };
    return method.startsWith('lambdaIam/') ? { error: { message: `no ${method}` } } : { result: null };
  };
  await request('initialize', { processId: null, rootUri: null, capabilities });
  post({ method: 'initialized', params: {} });
  return {
    request,
    notify: (method, params) => post({ method, params }),
    open: (uri, text, languageId) => {
      post({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId, version: 1, text } } });
      return new Promise((resolve) => published.set(uri, resolve));
    },
  };
}

/** A file of the extension; its bundles are those under test. */
const ownFile = (bundles: string, path: string): Promise<string> =>
  readFile(path.startsWith('dist/') ? join(bundles, path.slice('dist/'.length)) : join(root, path), 'utf8');

function isPublished(method: string, params: unknown): params is PublishDiagnosticsParams {
  return method === 'textDocument/publishDiagnostics' && params !== undefined;
}

function fieldOf(params: unknown, name: string): unknown {
  return params instanceof Object && name in params ? Reflect.get(params, name) : undefined;
}
