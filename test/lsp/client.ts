import { spawn } from 'node:child_process';
import process from 'node:process';
import { afterAll } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  InitializeResult,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { bundle } from '../harness/bundle.ts';

/** The built server, to start it in other ways than this client does. */
export const program = await bundle('server/src/main.node.ts');

export interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number };
}

/** A client of a real server process, over its standard input and output. */
export interface Client {
  readonly initialized: InitializeResult;
  /** Everything the server has sent, in order. */
  readonly received: readonly Message[];
  /** Each list of diagnostics that was pushed. */
  readonly published: () => readonly PublishDiagnosticsParams[];
  readonly request: <R>(method: string, params: unknown) => Promise<R>;
  readonly notify: (method: string, params: unknown) => void;
  /** Sends several messages in one write, so that the server finds them waiting together. */
  readonly send: (...messages: readonly Message[]) => void;
  /** The first message that passes, of those received or to come. */
  readonly until: (test: (message: Message) => boolean) => Promise<Message>;
  readonly open: (text: string, options?: { readonly uri?: string; readonly languageId?: string }) => void;
  readonly change: (version: number, ...contentChanges: readonly TextDocumentContentChangeEvent[]) => void;
  readonly codeActions: (line: number, character: number, only?: readonly string[]) => Promise<readonly CodeAction[]>;
  /** Ends the server as the protocol demands. @returns its exit code */
  readonly stop: () => Promise<number | null>;
}

/** What a client tells of itself, and answers when it is asked. */
export interface ClientOptions {
  /** @param folder the folder of the workspace that is asked about; absent for the window */
  readonly settings?: (folder?: string) => unknown;
  /** The URIs of the workspace's folders. */
  readonly folders?: readonly string[];
  readonly initializationOptions?: unknown;
  readonly clientInfo?: { readonly name: string };
  /** The path of another build of the server. */
  readonly server?: string;
}

export const URI = 'file:///template.yaml';

/** Starts a server. */
export async function startClient(capabilities: ClientCapabilities, options: ClientOptions = {}): Promise<Client> {
  const child = spawn(process.execPath, [options.server ?? program, '--stdio']);
  afterAll(() => void child.kill());
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const received: Message[] = [];
  const waiting = new Set<() => void>();
  let nextId = 1;

  const send = (...messages: readonly Message[]): void => void child.stdin.write(messages.map(framed).join(''));
  const until = (test: (message: Message) => boolean): Promise<Message> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = received.find(test);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  const request = async <R>(method: string, params: unknown): Promise<R> => {
    const id = nextId++;
    send({ id, method, params });
    const { result, error } = await until((message) => message.id === id && message.method === undefined);
    if (error) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result as R;
  };
  const notify = (method: string, params: unknown): void => send({ method, params });
  const onMessage = (message: Message): void => {
    received.push(message);
    if (message.method !== undefined && message.id !== undefined) send({ id: message.id, result: answerTo(message, options) });
    for (const look of [...waiting]) look();
  };
  child.stdout.on('data', unframing(onMessage));

  const { initializationOptions, clientInfo } = options;
  const initialized = await request<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
    capabilities,
    initializationOptions,
    clientInfo,
  });
  notify('initialized', {});
  return {
    initialized,
    received,
    published: () => received.flatMap((message) => (isPublished(message) ? [message.params] : [])),
    request,
    notify,
    send,
    until,
    open: (text, { uri = URI, languageId = 'yaml' } = {}) =>
      notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (version, ...contentChanges) => send(changeMessage(version, ...contentChanges)),
    codeActions: (line, character, only) =>
      request('textDocument/codeAction', {
        textDocument: { uri: URI },
        range: { start: { line, character }, end: { line, character } },
        context: { diagnostics: [], only },
      }),
    stop: async () => {
      await request('shutdown', undefined);
      notify('exit', undefined);
      return exited;
    },
  };
}

/** The result of a request of the server. */
function answerTo(message: Message, { settings, folders }: ClientOptions): unknown {
  if (isConfigurationRequest(message)) return message.params.items.map(({ scopeUri }) => settings?.(scopeUri) ?? null);
  if (message.method === 'workspace/workspaceFolders') return folders?.map((uri) => ({ uri, name: uri })) ?? null;
  return null;
}

interface ConfigurationRequest {
  readonly params: { readonly items: readonly { readonly scopeUri?: string }[] };
}

function isConfigurationRequest(message: Message): message is Message & ConfigurationRequest {
  return message.method === 'workspace/configuration';
}

export function changeMessage(version: number, ...contentChanges: readonly TextDocumentContentChangeEvent[]): Message {
  return { method: 'textDocument/didChange', params: { textDocument: { uri: URI, version }, contentChanges } };
}

/** Waits for the diagnostics of a version of the document. */
export async function diagnosticsOf(client: Client, version: number, uri = URI): Promise<PublishDiagnosticsParams> {
  const message = await client.until((each) => isPublished(each) && each.params.uri === uri && each.params.version === version);
  if (!isPublished(message)) throw new Error('no diagnostics');
  return message.params;
}

function isPublished(message: Message): message is Message & { readonly params: PublishDiagnosticsParams } {
  return message.method === 'textDocument/publishDiagnostics';
}

function framed(message: Message): string {
  const content = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
}

function unframing(onMessage: (message: Message) => void): (chunk: Buffer) => void {
  let buffer = Buffer.alloc(0);
  return (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const header = /^Content-Length: (\d+)\r\n\r\n/.exec(buffer.toString('latin1', 0, 64));
      if (!header) return;
      const start = header[0].length;
      const end = start + Number(header[1]);
      if (buffer.length < end) return;
      const message: Message = JSON.parse(buffer.toString('utf8', start, end));
      buffer = buffer.subarray(end);
      onMessage(message);
    }
  };
}
