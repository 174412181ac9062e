import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { diagnosticsOf, startClient } from '../lsp/client.ts';
import { buildBundles } from './built.ts';
import { startWorker } from './workerClient.ts';

const bundles = buildBundles();
const samples = join(import.meta.dirname, '..', '..', 'samples');

const URI = 'vscode-vfs://github/owner/project/template.yaml';
const TEMPLATE = `Resources:
  Hourly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 hour)
      Targets: [{ Id: fn, Arn: !GetAtt Fn.Arn }]
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      Role: arn:aws:iam::123456789012:role/fn
      Code: { ZipFile: '' }
`;

const codesOf = ({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) => diagnostics.map(({ code }) => code);

test('the server in a worker tells what is wrong, explains and fixes it', async () => {
  const client = await startWorker({ bundles, workspace: {} });
  const found = await client.open(URI, TEMPLATE, 'yaml');
  expect(codesOf(found)).toEqual(['missing-invoke-permission']);
  const textDocument = { uri: URI };
  const hover = await client.request('textDocument/hover', { textDocument, position: { line: 6, character: 3 } });
  expect(hover).toMatchObject({ contents: { value: expect.stringContaining('Fn') } });
  const [{ range } = { range: undefined }] = found.diagnostics;
  const context = { diagnostics: found.diagnostics };
  const actions = await client.request('textDocument/codeAction', { textDocument, range, context });
  expect(actions).toContainEqual(
    expect.objectContaining({ isPreferred: true, edit: { changes: { [URI]: [expect.anything()] } } }),
  );
  expect(JSON.stringify(actions)).toContain('Type: AWS::Lambda::Permission');
});

test('the details of an action are there without a file to read them from', async () => {
  const client = await startWorker({ bundles, workspace: {} });
  const policy = '{ "Statement": { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*" } }';
  const uri = 'vscode-vfs://github/owner/project/policy.json';
  await client.open(uri, policy, 'json');
  const position = { line: 0, character: policy.indexOf('SendMessage') };
  const hover = await client.request('textDocument/hover', { textDocument: { uri }, position });
  expect(hover).toMatchObject({ contents: { value: expect.stringContaining('Grants permission to deliver a message') } });
});

test("a project's choices are read through the client", async () => {
  const rules = { 'missing-invoke-permission': 'hint' };
  const workspace = { 'vscode-vfs://github/owner/project/.lambda-iam.json': JSON.stringify({ rules }) };
  const client = await startWorker({ bundles, workspace });
  const { diagnostics } = await client.open(URI, TEMPLATE, 'yaml');
  expect(diagnostics).toMatchObject([{ code: 'missing-invoke-permission', severity: 4 }]);
});

test('with a client that gives no files, a worker fetches what it needs from beside its script', async () => {
  const client = await startWorker({ bundles });
  expect(codesOf(await client.open(URI, TEMPLATE, 'yaml'))).toEqual(['missing-invoke-permission']);
});

test('the servers for Node and for browsers say the same of the samples', async () => {
  const inWorker = await startWorker({ bundles, workspace: {} });
  const onNode = await startClient({}, { server: join(bundles, 'server.js') });
  const files = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:ya?ml|json)$/.test(name));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const uri = `untitled:${file}`;
    const languageId = file.endsWith('json') ? 'json' : 'yaml';
    const text = readFileSync(join(samples, file), 'utf8');
    onNode.open(text, { uri, languageId });
    expect(await inWorker.open(uri, text, languageId), file).toEqual(await diagnosticsOf(onNode, 1, uri));
  }
  expect(await onNode.stop()).toBe(0);
});

test('the bundles for browsers ask for no module but that of the editor', () => {
  const asked = ['engine.js', 'browser/server.js', 'browser/extension.js'].map((file) => [
    file,
    [...new Set(Array.from(readFileSync(join(bundles, file), 'utf8').matchAll(/\brequire\("([^"]+)"\)/g), ([, name]) => name))],
  ]);
  expect(Object.fromEntries(asked)).toEqual({ 'engine.js': [], 'browser/server.js': [], 'browser/extension.js': ['vscode'] });
});
