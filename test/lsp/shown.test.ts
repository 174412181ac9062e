import { expect, test } from 'vitest';
import type { ClientCapabilities, CodeLens, InlayHint } from 'vscode-languageserver';
import { startClient, URI } from './client.ts';

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Statement: {Effect: Allow, Action: 'sqs:Delete*', Resource: '*'}
  Shared:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement: {Effect: Allow, Action: s3:GetObject, Resource: '*'}
`;

const CAPABLE: ClientCapabilities = {
  workspace: { configuration: true, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
  textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } },
};

const textDocument = { uri: URI };
const lines = (start: number, end: number) => ({ start: { line: start, character: 0 }, end: { line: end, character: 0 } });

test('a lens gets its words when it is shown, and a click explains the function', async () => {
  const client = await startClient(CAPABLE);
  client.open(TEMPLATE);
  const lenses = await client.request<readonly CodeLens[]>('textDocument/codeLens', { textDocument });
  expect(lenses.map(({ range, command }) => [range.start.line, command])).toEqual([
    [2, undefined],
    [7, undefined],
  ]);
  const resolved = await Promise.all(lenses.map((lens) => client.request<CodeLens>('codeLens/resolve', lens)));
  expect(resolved.map(({ command }) => command)).toEqual([
    {
      title: 'invoked by nothing in this file · may use 2 services',
      command: 'lambdaIam.explainFunction',
      arguments: [URI, 'Worker'],
    },
    { title: 'identity policy of Shared · 1 statement', command: '' },
  ]);
});

test('a lens that is not ours, or whose subject is gone, comes back as it was', async () => {
  const client = await startClient(CAPABLE);
  client.open(TEMPLATE);
  const strange = { range: lines(0, 0), data: { uri: 3 } };
  expect(await client.request('codeLens/resolve', strange)).toEqual(strange);
  const gone = { range: lines(0, 0), data: { uri: URI, subject: { kind: 'function', logicalId: 'Gone' } } };
  expect(await client.request('codeLens/resolve', gone)).toEqual(gone);
});

test('hints are given for the range that is asked for', async () => {
  const client = await startClient(CAPABLE);
  client.open(TEMPLATE);
  const hints = (start: number, end: number): Promise<readonly InlayHint[]> =>
    client.request('textDocument/inlayHint', { textDocument, range: lines(start, end) });
  expect((await hints(0, 5)).map(({ position, label, tooltip }) => [position, label, tooltip])).toEqual([
    [
      { line: 3, character: 35 },
      'SAM’s role adds logs',
      {
        kind: 'markdown',
        value: '- `logs:CreateLogGroup`, `logs:CreateLogStream`, `logs:PutLogEvents` on `*` (WorkerRole (SAM))',
      },
    ],
  ]);
  expect((await hints(6, 7)).map(({ label }) => label).sort()).toEqual(['2 actions', 'execution role of Worker']);
});

test('both can be switched off, and the client is told to ask again', async () => {
  let settings: unknown = null;
  const client = await startClient(CAPABLE, { settings: () => settings });
  client.open(TEMPLATE);
  settings = { codeLens: { enable: false }, inlayHints: { enable: false } };
  client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.until(({ method }) => method === 'workspace/codeLens/refresh');
  await client.until(({ method }) => method === 'workspace/inlayHint/refresh');
  expect(await client.request('textDocument/codeLens', { textDocument })).toEqual([]);
  expect(await client.request('textDocument/inlayHint', { textDocument, range: lines(0, 20) })).toEqual([]);
});
