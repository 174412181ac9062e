import { expect, test } from 'vitest';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver';
import { type Client, startClient } from './client.ts';
import { folderWith } from './folder.ts';

const POLICY = `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: lambda:Invoke
    Resource: arn:aws:lambda:eu-west-1:123456789012:function:worker
`;

const JSON_POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Action: 'lambda:Invoke',
    Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:worker',
  },
});

const PUSHED: ClientCapabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
const PULLING: ClientCapabilities = {
  workspace: { ...PUSHED.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: {} },
};

const RULE = 'api-operation-as-action';
const setting = (level: string): string => `{ "rules": { "${RULE}": "${level}" } } // ours`;

const changed = (client: Client, uri: string, type: 1 | 2 | 3): void =>
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

/** The severities in each list of diagnostics that was pushed for a document, when there are so many lists. */
async function pushed(client: Client, uri: string, count: number): Promise<readonly (readonly unknown[])[]> {
  const lists = () => client.published().filter((each) => each.uri === uri);
  await client.until(() => lists().length >= count);
  return lists().map(({ diagnostics }) => diagnostics.map(({ severity }) => severity));
}

async function pulled(client: Client, uri: string): Promise<readonly unknown[]> {
  const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
  return items.map(({ severity }) => severity);
}

test('the nearest configuration counts from the first diagnostics on, in YAML and in JSON', async () => {
  const folder = folderWith({ '.lambda-iam.json': setting('hint'), 'sub/.lambda-iam.json': setting('warning') });
  const client = await startClient(PUSHED);
  const documents = ['a.yaml', 'sub/b.yaml', 'sub/deep/c.json', 'other/d.json'];
  for (const name of documents) {
    const isJson = name.endsWith('.json');
    client.open(isJson ? JSON_POLICY : POLICY, { uri: folder.uri(name), languageId: isJson ? 'json' : 'yaml' });
  }
  const severities = await Promise.all(documents.map((name) => pushed(client, folder.uri(name), 1)));
  expect(severities).toEqual([[[4]], [[2]], [[2]], [[4]]]);
});

test('a configuration that changes, breaks, goes and comes is followed: pushed', async () => {
  const folder = folderWith({ '.lambda-iam.json': setting('hint') });
  const [document, configuration] = [folder.uri('a.yaml'), folder.uri('.lambda-iam.json')];
  const client = await startClient(PUSHED);
  await client.until(({ method, params }) => {
    return method === 'client/registerCapability' && JSON.stringify(params).includes('**/.lambda-iam.json');
  });
  client.open(POLICY, { uri: document });
  await pushed(client, document, 1);
  folder.write('.lambda-iam.json', setting('warning'));
  changed(client, configuration, 2);
  await pushed(client, document, 2);
  folder.write('.lambda-iam.json', `{ "rules": { "${RULE}": "hint"`);
  changed(client, configuration, 2);
  await pushed(client, document, 3);
  const told = await client.until(
    ({ method, params }) => method === 'window/logMessage' && JSON.stringify(params).includes(configuration),
  );
  expect(JSON.stringify(told.params)).toContain(`${configuration}:1: This bracket is never closed.`);
  folder.remove('.lambda-iam.json');
  changed(client, configuration, 3);
  await pushed(client, document, 4);
  folder.write('.lambda-iam.json', '{ "ignore": ["*.yaml"] }');
  changed(client, configuration, 1);
  expect(await pushed(client, document, 5)).toEqual([[4], [2], [4], [1], []]);
});

test('a configuration that changes, breaks, goes and comes is followed: pulled', async () => {
  const folder = folderWith({ '.lambda-iam.json': setting('hint') });
  const [document, configuration] = [folder.uri('a.json'), folder.uri('.lambda-iam.json')];
  const client = await startClient(PULLING);
  client.open(JSON_POLICY, { uri: document, languageId: 'json' });
  const severities = [await pulled(client, document)];
  const refreshes = () => client.received.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
  const afterChange = async (type: 1 | 2 | 3): Promise<void> => {
    const before = refreshes();
    changed(client, configuration, type);
    await client.until(() => refreshes() > before);
    severities.push(await pulled(client, document));
  };
  folder.write('.lambda-iam.json', setting('warning'));
  await afterChange(2);
  folder.write('.lambda-iam.json', '{ "rules": ');
  await afterChange(2);
  folder.remove('.lambda-iam.json');
  await afterChange(3);
  folder.write('.lambda-iam.json', setting('off'));
  await afterChange(1);
  expect(severities).toEqual([[4], [2], [1], [1], []]);
});

test('where files are not watched, a configuration that is saved in the editor counts', async () => {
  const folder = folderWith({});
  const [document, configuration] = [folder.uri('a.yaml'), folder.uri('.lambda-iam.json')];
  const client = await startClient({});
  client.open(POLICY, { uri: document });
  expect(await pushed(client, document, 1)).toEqual([[1]]);
  client.open(setting('hint'), { uri: configuration, languageId: 'jsonc' });
  expect(await pushed(client, configuration, 1)).toEqual([[]]);
  folder.write('.lambda-iam.json', setting('hint'));
  client.notify('textDocument/didSave', { textDocument: { uri: configuration } });
  expect(await pushed(client, document, 2)).toEqual([[1], [4]]);
});

test('the settings of the user come before the project, its profile too', async () => {
  const folder = folderWith({ '.lambda-iam.json': `{ "profile": "security", "rules": { "${RULE}": "hint" } }` });
  const uri = folder.uri('a.yaml');
  let settings: unknown = {};
  const client = await startClient({ workspace: { configuration: true } }, { settings: () => settings });
  client.open(POLICY.replace(/Version.*\n/, ''), { uri });
  expect(await pushed(client, uri, 1)).toEqual([[4]]);
  settings = { profile: 'strict', rules: { [RULE]: 'warning' } };
  client.notify('workspace/didChangeConfiguration', { settings: null });
  expect(await pushed(client, uri, 2)).toEqual([[4], [3, 2]]);
});

test('an open configuration file tells what is wrong in it', async () => {
  const folder = folderWith({});
  const uri = folder.uri('.lambda-iam.json');
  const client = await startClient(PUSHED);
  client.open('{\n  "rules": { "unknown-actoin": "off" }\n}\n', { uri, languageId: 'jsonc' });
  await pushed(client, uri, 1);
  expect(client.published()[0]?.diagnostics).toEqual([
    {
      range: { start: { line: 1, character: 13 }, end: { line: 1, character: 29 } },
      severity: 1,
      source: 'lambda-iam',
      message: 'There is no rule "unknown-actoin". Did you mean "unknown-action"?',
    },
  ]);
});

test('documents that are no files are answered without', async () => {
  const client = await startClient(PUSHED);
  const uris = ['untitled:Untitled-1', 'vscode-vfs://github/owner/repository/a.yaml'];
  for (const uri of uris) client.open(POLICY, { uri });
  expect(await Promise.all(uris.map((uri) => pushed(client, uri, 1)))).toEqual([[[1]], [[1]]]);
});
