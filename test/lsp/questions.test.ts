import { expect, test } from 'vitest';
import type { AnsweredPage } from '../../server/src/lsp/questions.ts';
import { READER } from '../harness/templates.ts';
import { startClient, URI } from './client.ts';

const textDocument = { uri: URI };

test('whether a function may do something, with the place and the edit', async () => {
  const client = await startClient({});
  client.open(READER);
  const ask = (action: string, resource?: string) =>
    client.request<AnsweredPage>('lambdaIam/mayDo', { textDocument, function: 'Worker', action, resource });
  expect(await ask('dynamodb:Query', 'Orders')).toEqual({
    title: 'Can Worker do dynamodb:Query on Orders?',
    verdict: 'yes',
    markdown: expect.stringContaining('`${Orders.Arn}/index/*` (line 10)\n'),
    places: [{ label: 'DynamoDBReadPolicy', range: { start: { line: 9, character: 10 }, end: { line: 9, character: 28 } } }],
    fix: null,
  });
  const refused = await ask('dynamodb:PutItem', 'Orders');
  expect(refused).toMatchObject({
    verdict: 'no',
    places: [{ label: 'DynamoDBReadPolicy' }],
    fix: { title: 'Grant dynamodb:PutItem to WorkerRole' },
  });
  expect(refused.markdown).toContain('**What to do**: Grant dynamodb:PutItem to WorkerRole.');
  expect(refused.fix?.edit.changes?.[URI]).toHaveLength(1);
  expect(await ask('dynamodb:Quary')).toEqual({ problem: 'AWS has no action `dynamodb:Quary`. Did you mean `dynamodb:Query`?' });
  await client.stop();
});

test('who can invoke a function', async () => {
  const client = await startClient({});
  client.open(READER);
  const ask = (fn: string) => client.request<AnsweredPage>('lambdaIam/whoMayInvoke', { textDocument, function: fn });
  expect(await ask('Worker')).toMatchObject({ title: 'Who can invoke Worker?', verdict: 'no', places: [], fix: null });
  expect(await ask('Nobody')).toEqual({ problem: 'The template has no function `Nobody`.' });
  await client.stop();
});

test('what can be asked about', async () => {
  const client = await startClient({});
  client.open(READER);
  expect(await client.request('lambdaIam/functionsToAsk', { textDocument, position: { line: 4, character: 4 } })).toEqual([
    'Worker',
  ]);
  expect(await client.request('lambdaIam/actionsLike', { textDocument, text: 'dynamodb:putit' })).toEqual([
    { label: 'dynamodb:PutItem', detail: 'Write' },
  ]);
  expect(await client.request('lambdaIam/resourcesFor', { textDocument, action: 'dynamodb:PutItem' })).toEqual([
    { label: 'Orders', detail: 'AWS::DynamoDB::Table' },
  ]);
  await client.stop();
});

test('of what is not open nothing can be asked', async () => {
  const client = await startClient({});
  expect(await client.request('lambdaIam/mayDo', { textDocument, function: 'Worker', action: 'sqs:SendMessage' })).toBeNull();
  expect(await client.request('lambdaIam/functionsToAsk', { textDocument })).toEqual([]);
  await client.stop();
});
