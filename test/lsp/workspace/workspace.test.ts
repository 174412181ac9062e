import { expect, test } from 'vitest';
import type { ClientCapabilities, Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { type Client, startClient } from '../client.ts';
import { folderWith } from '../folder.ts';

const policy = (action: string): string => `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: ${action}
    Resource: arn:aws:lambda:eu-west-1:123456789012:function:worker
`;
const [WRONG, RIGHT] = [policy('lambda:Invoke'), policy('lambda:InvokeFunction')];
const RULE = 'api-operation-as-action';

const PUSHED: ClientCapabilities = {
  workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  window: { workDoneProgress: true },
};
const PULLING: ClientCapabilities = { ...PUSHED, textDocument: { diagnostic: {} } };

type Folder = ReturnType<typeof folderWith>;

/** A client of a workspace with one folder, as soon as the diagnostics of its last file are there. */
async function clientIn(folder: Folder, capabilities = PUSHED, settings: () => unknown = () => null): Promise<Client> {
  const client = await startClient(capabilities, { folders: [folder.uri()], settings });
  await shown(client, folder, 'z.yaml', [1]);
  return client;
}

const severitiesOf = ({ diagnostics }: PublishDiagnosticsParams): readonly unknown[] =>
  diagnostics.map(({ severity }) => severity);

/** All that was pushed for files of a folder, as names with severities; `from` on. */
const pushed = (client: Client, folder: Folder, from = 0) =>
  client
    .published()
    .slice(from)
    .map((each) => [each.uri.slice(folder.uri().length + 1), ...severitiesOf(each)]);

/** Waits until the last thing pushed for a file, of what is pushed from now on or `from` then on, has these severities. */
async function shown(client: Client, folder: Folder, name: string, severities: readonly number[], from = 0): Promise<void> {
  const isShown = (): boolean => {
    const last = client.published().findLast(({ uri }, index) => index >= from && uri === folder.uri(name));
    return last !== undefined && JSON.stringify(severitiesOf(last)) === JSON.stringify(severities);
  };
  await client.until(isShown);
}

const watched = (client: Client, ...uris: readonly string[]): void =>
  client.notify('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type: 2 })) });

test('all templates and policies are checked, and nothing else is', async () => {
  const folder = folderWith({
    '.gitignore': 'generated/\n',
    '.lambda-iam.json': '{ "ignore": ["drafts/"] }',
    'a.yaml': WRONG,
    'binary.yaml': new Uint8Array([0xff, 0xfe, ...new TextEncoder().encode(WRONG)]),
    'drafts/a.yaml': WRONG,
    'generated/a.yaml': WRONG,
    'huge.yaml': `${WRONG}#${' '.repeat(5_000_000)}`,
    'node_modules/package/a.yaml': WRONG,
    'package.json': '{ "name": "nothing of ours" }',
    'right.yaml': RIGHT,
    'sub/deep/a b.json':
      '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "lambda:Invoke", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:worker"}}',
    'sub/.lambda-iam.json': '{ "rules": { "no-such-rule": "off" } }',
    'z.yaml': WRONG,
  });
  const client = await clientIn(folder);
  expect(pushed(client, folder)).toEqual([
    ['a.yaml', 1],
    ['sub/.lambda-iam.json', 1],
    ['sub/deep/a%20b.json', 1],
    ['z.yaml', 1],
  ]);
});

test('what is shown of a file is what is shown of it when it is open', async () => {
  const folder = folderWith({ 'z.yaml': WRONG });
  const client = await clientIn(folder);
  client.open(WRONG, { uri: folder.uri('z.yaml') });
  await client.until(() => client.published().length === 2);
  const [closed, open] = client.published();
  expect(open).toEqual({ ...closed, version: 1 });
});

test('an open document comes first', async () => {
  const folder = folderWith({ 'a.yaml': WRONG, 'm.yaml': WRONG, 'z.yaml': WRONG });
  const client = await startClient(PUSHED, { folders: [folder.uri()] });
  client.open(WRONG, { uri: folder.uri('m.yaml') });
  await shown(client, folder, 'z.yaml', [1]);
  expect(pushed(client, folder)).toEqual([
    ['m.yaml', 1],
    ['a.yaml', 1],
    ['z.yaml', 1],
  ]);
});

test('a document that is opened takes its file over, and gives it back when it is closed: pushed', async () => {
  const folder = folderWith({ 'a.yaml': WRONG, 'z.yaml': WRONG });
  const client = await clientIn(folder);
  const uri = folder.uri('a.yaml');
  client.open(RIGHT, { uri });
  await shown(client, folder, 'a.yaml', []);
  watched(client, uri, folder.uri('z.yaml'));
  await client.until(() => client.published().length === 4);
  client.notify('textDocument/didClose', { textDocument: { uri } });
  await shown(client, folder, 'a.yaml', [1], 4);
  folder.write('a.yaml', RIGHT);
  client.open(WRONG, { uri });
  await client.until(() => client.published().length === 6);
  client.notify('textDocument/didClose', { textDocument: { uri } });
  await shown(client, folder, 'a.yaml', [], 6);
  expect(pushed(client, folder)).toEqual([
    ['a.yaml', 1],
    ['z.yaml', 1],
    ['a.yaml'],
    ['z.yaml', 1],
    ['a.yaml', 1],
    ['a.yaml', 1],
    ['a.yaml'],
  ]);
});

test('a document that is opened takes its file over, and gives it back when it is closed: pulled, without the workspace', async () => {
  const folder = folderWith({ 'a.yaml': WRONG, 'z.yaml': WRONG });
  const client = await clientIn(folder, PULLING);
  // As Visual Studio Code spells it.
  const uri = folder.uri('a.yaml').replaceAll('-', '%2D');
  client.open(RIGHT, { uri });
  expect(await client.request('textDocument/diagnostic', { textDocument: { uri } })).toEqual({ kind: 'full', items: [] });
  client.notify('textDocument/didClose', { textDocument: { uri } });
  await client.until(() => client.published().length === 4);
  expect(client.published().map((each) => [each.uri, ...severitiesOf(each)])).toEqual([
    [folder.uri('a.yaml'), 1],
    [folder.uri('z.yaml'), 1],
    [folder.uri('a.yaml')],
    [folder.uri('a.yaml'), 1],
  ]);
});

/** What the client was told in parts of an answer, as names with severities. */
const parts = (client: Client, folder: Folder) =>
  client.received.flatMap(({ method, params }) => {
    if (method !== '$/progress') return [];
    const { token, value } = params as { token: unknown; value: { items: { uri: string; kind: string; items: Diagnostic[] }[] } };
    expect(token).toBe('parts');
    return value.items.map(({ uri, items }) => [uri.slice(folder.uri().length + 1), ...items.map(({ severity }) => severity)]);
  });

test('a client that asks for the workspace is told in parts of an answer, one list with what it pulls', async () => {
  const folder = folderWith({ 'a.yaml': WRONG, 'z.yaml': WRONG });
  const client = await startClient(PULLING, { folders: [folder.uri()] });
  const uri = folder.uri('a.yaml');
  const until = (count: number) => client.until(() => parts(client, folder).length === count);
  client.send({ id: 900, method: 'workspace/diagnostic', params: { previousResultIds: [], partialResultToken: 'parts' } });
  await until(2);
  client.open(RIGHT, { uri });
  await client.request('textDocument/diagnostic', { textDocument: { uri } });
  client.notify('textDocument/didClose', { textDocument: { uri } });
  await until(3);
  client.open(WRONG, { uri });
  await client.request('textDocument/diagnostic', { textDocument: { uri } });
  folder.write('a.yaml', RIGHT);
  client.notify('textDocument/didClose', { textDocument: { uri } });
  await until(4);
  folder.remove('z.yaml');
  watched(client, folder.uri('z.yaml'));
  await until(5);
  client.notify('$/cancelRequest', { id: 900 });
  await client.until(({ id, method }) => id === 900 && method === undefined);
  expect(parts(client, folder)).toEqual([['a.yaml', 1], ['z.yaml', 1], ['a.yaml', 1], ['a.yaml'], ['z.yaml']]);
  expect(client.published()).toEqual([]);
});

test('a client that asks for the workspace is told of documents that were edited, for those whose tab is closed', async () => {
  const folder = folderWith({ 'z.yaml': RIGHT });
  const client = await startClient(PULLING, { folders: [folder.uri()], settings: () => ({ workspace: { check: false } }) });
  client.send({ id: 900, method: 'workspace/diagnostic', params: { previousResultIds: [], partialResultToken: 'parts' } });
  const uri = folder.uri('z.yaml');
  client.open(WRONG, { uri });
  client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: RIGHT }] });
  client.notify('textDocument/didChange', { textDocument: { uri, version: 3 }, contentChanges: [{ text: WRONG }] });
  await client.until(() => parts(client, folder).length === 1);
  client.notify('textDocument/didChange', { textDocument: { uri, version: 4 }, contentChanges: [{ text: RIGHT }] });
  await client.until(() => parts(client, folder).length === 2);
  expect(parts(client, folder)).toEqual([['z.yaml', 1], ['z.yaml']]);
});

test('a client that asks for the workspace is told that nothing is shown of a document that was closed where only open ones are checked', async () => {
  const folder = folderWith({ 'z.yaml': WRONG });
  const client = await startClient(PULLING, { folders: [folder.uri()], settings: () => ({ workspace: { check: false } }) });
  client.send({ id: 900, method: 'workspace/diagnostic', params: { previousResultIds: [], partialResultToken: 'parts' } });
  const uri = folder.uri('z.yaml');
  client.open(WRONG, { uri });
  await client.request('textDocument/diagnostic', { textDocument: { uri } });
  client.send(
    { id: 901, method: 'textDocument/diagnostic', params: { textDocument: { uri } } },
    { method: 'textDocument/didClose', params: { textDocument: { uri } } },
  );
  await client.until(() => parts(client, folder).length === 1);
  expect(parts(client, folder)).toEqual([['z.yaml']]);
  expect(client.received.at(-2)?.id).toBe(901);
});

test('a client that asks for the workspace at once has one answer each time; what was pushed before is taken back', async () => {
  const folder = folderWith({ 'a.yaml': WRONG, 'right.yaml': RIGHT, 'z.yaml': WRONG });
  const client = await clientIn(folder, PULLING);
  const ask = async (): Promise<unknown> => {
    const { items } = await client.request<{ items: { uri: string; items: Diagnostic[] }[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    return items.map(({ uri, items: found }) => [uri.slice(folder.uri().length + 1), found.length]);
  };
  const first = await ask();
  folder.write('a.yaml', RIGHT);
  expect([first, await ask()]).toEqual([
    [
      ['a.yaml', 1],
      ['z.yaml', 1],
    ],
    [
      ['a.yaml', 0],
      ['z.yaml', 1],
    ],
  ]);
  expect(pushed(client, folder)).toEqual([['a.yaml', 1], ['z.yaml', 1], ['a.yaml'], ['z.yaml']]);
});

test('only what has changed is checked again', async () => {
  const folder = folderWith({
    'a.yaml': WRONG,
    'b.yaml': WRONG,
    'c.yaml': RIGHT,
    'sub/d.yaml': WRONG,
    'sub/e.yaml': WRONG,
    'z.yaml': WRONG,
  });
  const client = await clientIn(folder);
  const changes: (readonly [() => void, ...string[]])[] = [
    [() => folder.write('a.yaml', RIGHT), 'a.yaml'],
    [() => folder.write('c.yaml', WRONG), 'c.yaml'],
    [() => folder.remove('b.yaml'), 'b.yaml'],
    [() => folder.write('new.yaml', WRONG), 'new.yaml'],
    [() => folder.move('sub', 'moved'), 'sub', 'moved'],
    [() => folder.remove('moved'), 'moved'],
    [() => folder.write('.gitignore', 'c.yaml\n'), '.gitignore'],
  ];
  const steps: unknown[] = [];
  for (const [change, ...names] of changes) {
    const from = client.published().length;
    change();
    watched(client, ...names.map(folder.uri));
    // What is told next is done after what was told before.
    folder.write('y.yaml', steps.length % 2 === 0 ? WRONG : RIGHT);
    watched(client, folder.uri('y.yaml'));
    await shown(client, folder, 'y.yaml', steps.length % 2 === 0 ? [1] : [], from);
    steps.push(pushed(client, folder, from).filter(([name]) => name !== 'y.yaml'));
  }
  expect(steps).toEqual([
    [['a.yaml']],
    [['c.yaml', 1]],
    [['b.yaml']],
    [['new.yaml', 1]],
    [['sub/d.yaml'], ['sub/e.yaml'], ['moved/d.yaml', 1], ['moved/e.yaml', 1]],
    [['moved/d.yaml'], ['moved/e.yaml']],
    [['c.yaml']],
  ]);
});

test('a configuration that changes counts for the files below it', async () => {
  const folder = folderWith({ 'a.yaml': WRONG, 'sub/b.yaml': WRONG, 'z.yaml': WRONG });
  const client = await clientIn(folder);
  folder.write('sub/.lambda-iam.json', `{ "rules": { "${RULE}": "hint" } }`);
  watched(client, folder.uri('sub/.lambda-iam.json'));
  await shown(client, folder, 'sub/b.yaml', [4]);
  folder.write('.lambda-iam.json', '{ "ignore": ["a.yaml"] }');
  watched(client, folder.uri('.lambda-iam.json'));
  await shown(client, folder, 'a.yaml', []);
  await client.until(() => client.published().length === 7);
  expect(pushed(client, folder, 3)).toEqual([['sub/b.yaml', 4], ['a.yaml'], ['sub/b.yaml', 4], ['z.yaml', 1]]);
});

test('the settings decide whether and how files are checked', async () => {
  const folder = folderWith({ 'a.yaml': WRONG, 'z.yaml': WRONG });
  let settings: unknown = {};
  const client = await clientIn(folder, PUSHED, () => settings);
  const change = (to: unknown): void => {
    settings = to;
    client.notify('workspace/didChangeConfiguration', { settings: null });
  };
  change({ codeLens: { enable: false } });
  change({ workspace: { check: false } });
  await shown(client, folder, 'z.yaml', []);
  watched(client, folder.uri('a.yaml'));
  change({ workspace: { check: true }, rules: { [RULE]: 'warning' } });
  await shown(client, folder, 'z.yaml', [2]);
  change({ enable: false });
  await shown(client, folder, 'z.yaml', []);
  expect(pushed(client, folder)).toEqual([
    ['a.yaml', 1],
    ['z.yaml', 1],
    ['a.yaml'],
    ['z.yaml'],
    ['a.yaml', 2],
    ['z.yaml', 2],
    ['a.yaml'],
    ['z.yaml'],
  ]);
});

test('folders of the workspace come and go', async () => {
  const [folder, other] = [folderWith({ 'z.yaml': WRONG }), folderWith({ 'a.yaml': WRONG })];
  const client = await clientIn(folder);
  const event = (added: readonly string[], removed: readonly string[]) =>
    client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: added.map((uri) => ({ uri, name: uri })), removed: removed.map((uri) => ({ uri, name: uri })) },
    });
  event([other.uri()], []);
  await shown(client, other, 'a.yaml', [1]);
  event([], [folder.uri()]);
  await shown(client, folder, 'z.yaml', []);
  expect(client.published().map((each) => [each.uri, ...severitiesOf(each)])).toEqual([
    [folder.uri('z.yaml'), 1],
    [other.uri('a.yaml'), 1],
    [folder.uri('z.yaml')],
  ]);
});

const COUNT = 1000;

/** A template of so many functions, in which each role has a mistake. */
const templateOf = (functions: number): string => {
  const resources = Array.from({ length: functions }, (_, index) => [
    `  Worker${index}:`,
    '    Type: AWS::Serverless::Function',
    '    Properties:',
    '      Handler: index.handler',
    '      Runtime: nodejs22.x',
    '      Policies:',
    '        - Statement:',
    '            - Effect: Allow',
    '              Action: lambda:Invoke',
    `              Resource: !GetAtt Worker${(index + 1) % functions}.Arn`,
  ]);
  return ['Transform: AWS::Serverless-2016-10-31', 'Resources:', ...resources.flat(), ''].join('\n');
};

test('long work is told of, and can be cancelled', async () => {
  const folder = folderWith(
    Object.fromEntries(Array.from({ length: COUNT }, (_, index) => [`service-${index}.yaml`, templateOf(20)])),
  );
  const client = await startClient(PUSHED, { folders: [folder.uri()] });
  const progress = async (kind: string) =>
    (await client.until(({ method, params }) => method === '$/progress' && JSON.stringify(params).includes(`"kind":"${kind}"`)))
      .params;
  const began = await progress('begin');
  expect(began).toEqual({
    token: expect.any(String),
    value: {
      kind: 'begin',
      title: 'Lambda IAM',
      message: expect.stringMatching(/^checking \d[\d,]* of 1,000 files$/),
      percentage: expect.any(Number),
      cancellable: true,
    },
  });
  client.notify('window/workDoneProgress/cancel', { token: (began as { token: string }).token });
  await progress('end');
  expect(client.published().length).toBeGreaterThan(0);
  expect(client.published().length).toBeLessThan(COUNT);
  await client.stop();
});

test('short work is not told of', async () => {
  const client = await clientIn(folderWith({ 'z.yaml': WRONG }));
  expect(client.received.filter(({ method }) => method?.startsWith('window/workDoneProgress'))).toEqual([]);
});

test('a client without folders gets nothing but what it opens', async () => {
  const folder = folderWith({ 'a.yaml': WRONG, 'z.yaml': WRONG });
  const client = await startClient(PUSHED);
  client.open(WRONG, { uri: folder.uri('z.yaml') });
  await shown(client, folder, 'z.yaml', [1]);
  client.notify('textDocument/didClose', { textDocument: { uri: folder.uri('z.yaml') } });
  await shown(client, folder, 'z.yaml', []);
  expect(client.published().length).toBe(2);
});
