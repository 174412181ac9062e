import { fork, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import process from 'node:process';
import { expect, test } from 'vitest';
import type { ClientCapabilities, CodeAction, Diagnostic, Hover } from 'vscode-languageserver';
import { changeMessage, diagnosticsOf, type Message, program, startClient, URI } from './client.ts';

const POLICY = `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: lambda:Invoke
    Resource: arn:aws:lambda:eu-west-1:123456789012:function:worker
`;

const ACTION = { start: { line: 3, character: 12 }, end: { line: 3, character: 25 } };

/** A client that can do as much as VS Code, but has its diagnostics pushed. */
const CAPABLE: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
    },
  },
};

const PULLING: ClientCapabilities = { ...CAPABLE, textDocument: { ...CAPABLE.textDocument, diagnostic: {} } };

const codes = (diagnostics: readonly Diagnostic[]): readonly unknown[] => diagnostics.map(({ code }) => code);
const pull = { textDocument: { uri: URI } };
const insertAt = (line: number, character: number, text: string) => ({
  range: { start: { line, character }, end: { line, character } },
  text,
});

test('initialize tells what the server can do', async () => {
  const client = await startClient({});
  expect(client.initialized).toEqual({
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2, save: true },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [':', '.', '{', ' ', '"', "'"], resolveProvider: true },
      codeLensProvider: { resolveProvider: true },
      inlayHintProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: true,
      documentSymbolProvider: { label: 'Lambda IAM' },
      documentLinkProvider: { resolveProvider: true },
      selectionRangeProvider: true,
      codeActionProvider: {
        codeActionKinds: ['quickfix', 'refactor.inline', 'refactor.extract', 'refactor.rewrite', 'source.fixAll.lambdaIam'],
        resolveProvider: false,
      },
    },
    serverInfo: { name: 'lambda-iam', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
  });
  expect(await client.stop()).toBe(0);
});

test('diagnostics are pushed once for each version, and taken back at the end', async () => {
  const client = await startClient(CAPABLE);
  client.open(POLICY);
  expect((await diagnosticsOf(client, 1)).diagnostics).toEqual([
    {
      range: ACTION,
      severity: 1,
      code: 'api-operation-as-action',
      codeDescription: { href: 'https://github.com/lambda-iam/lambda-iam/blob/main/docs/rules/api-operation-as-action.md' },
      source: 'lambda-iam',
      message: expect.stringContaining('lambda:InvokeFunction'),
    },
  ]);
  client.change(2, insertAt(3, 25, 'Function'));
  expect((await diagnosticsOf(client, 2)).diagnostics).toEqual([]);
  client.notify('textDocument/didClose', { textDocument: { uri: URI } });
  await client.until(({ params }) => JSON.stringify(params) === JSON.stringify({ uri: URI, diagnostics: [] }));
  expect(client.published().map(({ version }) => version)).toEqual([1, 2, undefined]);
});

test('of changes that wait together only the last one is checked', async () => {
  const client = await startClient(CAPABLE);
  client.open(POLICY);
  await diagnosticsOf(client, 1);
  const typed = Array.from('Function', (letter, index) => changeMessage(2 + index, insertAt(3, 25 + index, letter)));
  client.send(...typed);
  expect((await diagnosticsOf(client, 9)).diagnostics).toEqual([]);
  expect(client.published().map(({ version }) => version)).toEqual([1, 9]);
});

test('positions are UTF-16, also behind characters outside the basic plane', async () => {
  const client = await startClient(CAPABLE);
  const text = '{"Statement": {"Sid": "𝔸𝔹", "Effect": "Allow", "Action": "lambda:Invoke", "Resource": "*"}}';
  const character = text.indexOf('lambda:Invoke');
  client.open(text, { languageId: 'json' });
  const { diagnostics } = await diagnosticsOf(client, 1);
  const action = diagnostics.filter(({ code }) => code === 'api-operation-as-action');
  expect(action.map(({ range }) => range.start.character)).toEqual([character]);
  client.change(2, insertAt(0, character + 'lambda:Invoke'.length, 'Function'));
  expect(codes((await diagnosticsOf(client, 2)).diagnostics)).not.toContain('api-operation-as-action');
});

test('a client that pulls gets diagnostics when it asks, and none otherwise', async () => {
  const client = await startClient(PULLING);
  expect(client.initialized.capabilities.diagnosticProvider).toEqual({
    identifier: 'lambda-iam',
    interFileDependencies: false,
    workspaceDiagnostics: true,
  });
  client.open(POLICY);
  const report = await client.request<{ kind: string; items: Diagnostic[] }>('textDocument/diagnostic', pull);
  expect([report.kind, codes(report.items)]).toEqual(['full', ['api-operation-as-action']]);
  client.change(2, insertAt(3, 25, 'Function'));
  expect(await client.request('textDocument/diagnostic', pull)).toEqual({ kind: 'full', items: [] });
  expect(client.published()).toEqual([]);
});

test('the settings of the client are heeded from the first diagnostics on, and when they change', async () => {
  let settings: unknown = { rules: { 'api-operation-as-action': 'hint', 'unknown-action': 'nonsense' } };
  const client = await startClient(CAPABLE, { settings: () => settings });
  client.open(POLICY);
  expect((await diagnosticsOf(client, 1)).diagnostics.map(({ severity }) => severity)).toEqual([4]);
  settings = { enable: false };
  client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => client.published().length === 2);
  expect(client.published()[1]).toEqual({ uri: URI, version: 1, diagnostics: [] });
  expect(await client.codeActions(3, 14)).toEqual([]);
  settings = null;
  client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => client.published().length === 3);
  expect(codes(client.published()[2]?.diagnostics ?? [])).toEqual(['api-operation-as-action']);
});

test('a client without workspace/configuration sends its settings along', async () => {
  const client = await startClient({}, { initializationOptions: { rules: { 'api-operation-as-action': 'off' } } });
  client.open(POLICY);
  expect((await diagnosticsOf(client, 1)).diagnostics).toEqual([]);
  client.notify('workspace/didChangeConfiguration', {
    settings: { lambdaIam: { rules: { 'api-operation-as-action': 'information' } } },
  });
  await client.until(() => client.published().length === 2);
  expect(client.published()[1]?.diagnostics.map(({ severity }) => severity)).toEqual([3]);
});

test('a client that pulls is told to pull again when the settings change', async () => {
  const client = await startClient(PULLING);
  client.open(POLICY);
  await client.request('textDocument/diagnostic', pull);
  client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.until(({ method }) => method === 'workspace/diagnostic/refresh');
});

test('a quick fix carries its diagnostic at once and its edit when it is resolved', async () => {
  const client = await startClient(CAPABLE);
  client.open(POLICY);
  const [action, ...others] = await client.codeActions(3, 14);
  expect(others.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([['Ignore api-operation-as-action here', false]]);
  expect(action).toEqual({
    title: 'Replace with lambda:InvokeFunction',
    kind: 'quickfix',
    isPreferred: true,
    diagnostics: [expect.objectContaining({ range: ACTION, code: 'api-operation-as-action' })],
    data: expect.any(Object),
  });
  const resolved = await client.request<CodeAction>('codeAction/resolve', action);
  expect(resolved.edit).toEqual({
    documentChanges: [{ textDocument: { uri: URI, version: 1 }, edits: [{ range: ACTION, newText: 'lambda:InvokeFunction' }] }],
  });
});

test('an action of an older version of the document gets no edit', async () => {
  const client = await startClient(CAPABLE);
  client.open(POLICY);
  const [action] = await client.codeActions(3, 14);
  client.change(2, insertAt(0, 0, '# new\n'));
  expect((await client.request<CodeAction>('codeAction/resolve', action)).edit).toBeUndefined();
});

test('a client that does not resolve gets the edit at once', async () => {
  const client = await startClient({
    textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
  });
  client.open(POLICY);
  const [action] = await client.codeActions(3, 14);
  expect(action).toMatchObject({ edit: { changes: { [URI]: [{ range: ACTION, newText: 'lambda:InvokeFunction' }] } } });
  expect(action?.data).toBeUndefined();
});

test('all problems are fixed together when the client asks for such an action', async () => {
  const client = await startClient(CAPABLE);
  client.open(POLICY.replace('lambda:Invoke\n', '[lambda:Invoke, s3:HeadObject]\n'));
  expect((await client.codeActions(0, 0)).map(({ kind }) => kind)).toEqual([]);
  for (const only of ['source', 'source.fixAll', 'source.fixAll.lambdaIam']) {
    const actions = await client.codeActions(0, 0, [only]);
    expect(actions.map(({ kind, title }) => [kind, title])).toEqual([
      ['source.fixAll.lambdaIam', 'Fix all Lambda IAM problems in this file'],
    ]);
  }
  const [action] = await client.codeActions(0, 0, ['source.fixAll']);
  const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
  expect(edit).toEqual({
    documentChanges: [
      {
        textDocument: { uri: URI, version: 1 },
        edits: [
          {
            range: { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } },
            newText: '    Action: [lambda:InvokeFunction, s3:GetObject]\n',
          },
        ],
      },
    ],
  });
  client.change(2, { text: POLICY.replace('lambda:Invoke', 'lambda:InvokeFunction') });
  expect(await client.codeActions(0, 0, ['source.fixAll'])).toEqual([]);
});

test('hover answers with a range, and with nothing where there is nothing', async () => {
  const client = await startClient(CAPABLE);
  client.open(POLICY);
  const at = (line: number, character: number): Promise<Hover | null> =>
    client.request('textDocument/hover', { textDocument: { uri: URI }, position: { line, character } });
  expect(await at(3, 14)).toEqual({
    contents: { kind: 'markdown', value: expect.stringContaining('lambda:InvokeFunction') },
    range: ACTION,
  });
  expect(await at(99, 99)).toBeNull();
  expect(
    await client.request('textDocument/hover', { textDocument: { uri: 'file:///unknown' }, position: ACTION.start }),
  ).toBeNull();
});

test('what is neither template nor policy gets nothing', async () => {
  const client = await startClient(CAPABLE);
  client.open('services:\n  web:\n    image: lambda:Invoke\n');
  expect((await diagnosticsOf(client, 1)).diagnostics).toEqual([]);
  expect(await client.codeActions(2, 14)).toEqual([]);
});

test('every half-typed version of a document is answered', async () => {
  const client = await startClient(CAPABLE);
  client.open('');
  const position = { line: 0, character: 0 };
  for (let length = 1; length <= POLICY.length; length++) {
    client.change(1 + length, { text: POLICY.slice(0, length) });
    await client.request('textDocument/hover', { textDocument: { uri: URI }, position });
  }
  expect(codes((await diagnosticsOf(client, 1 + POLICY.length)).diagnostics)).toEqual(['api-operation-as-action']);
  expect(client.received.filter(({ method }) => method === 'window/logMessage')).toEqual([]);
});

test('a request that is cancelled before its turn is answered as cancelled', async () => {
  const client = await startClient(CAPABLE);
  client.open(POLICY);
  const id = 1_000;
  const hover: Message = { id, method: 'textDocument/hover', params: { textDocument: { uri: URI }, position: ACTION.start } };
  client.send(hover, { method: '$/cancelRequest', params: { id } });
  expect((await client.until((message) => message.id === id)).error?.code).toBe(-32_800);
});

test('--node-ipc', async () => {
  const server = fork(program, ['--node-ipc'], { silent: true });
  const answer = new Promise((resolve) => server.once('message', resolve));
  server.send({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: process.pid, rootUri: null, capabilities: {} },
  });
  expect(await answer).toMatchObject({ id: 1, result: { serverInfo: { name: 'lambda-iam' } } });
  server.kill();
});

test('--socket', async () => {
  const content = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: process.pid, rootUri: null, capabilities: {} },
  });
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const server = spawn(process.execPath, [program, `--socket=${port}`], { stdio: 'ignore' });
  const answer = await new Promise<string>((resolve) => {
    listener.once('connection', (socket) => {
      socket.write(`Content-Length: ${content.length}\r\n\r\n${content}`);
      socket.once('data', (chunk) => resolve(chunk.toString()));
    });
  });
  server.kill();
  listener.close();
  expect(answer).toMatch(/^Content-Length: \d+\r\n/);
});
