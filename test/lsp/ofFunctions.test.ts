import { expect, test } from 'vitest';
import type { FunctionPage } from '../../server/src/features/index.ts';
import { startClient, URI } from './client.ts';

const TEMPLATE = `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/worker
  FromTopic:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: sns.amazonaws.com
`;

const textDocument = { uri: URI };

test('the account of a function by its name and at the cursor', async () => {
  const client = await startClient({});
  client.open(TEMPLATE);
  const ask = (which: unknown) =>
    client.request<FunctionPage | null>('lambdaIam/functionPage', { textDocument, function: which });
  expect(await ask('Worker')).toEqual({ logicalId: 'Worker', markdown: expect.stringMatching(/^\*\*Worker\*\*/) });
  expect(await ask({ line: 1, character: 4 })).toEqual(await ask('Worker'));
  expect(await ask('Nobody')).toBeNull();
  await client.stop();
});

test('the call of the CLI at the cursor', async () => {
  const client = await startClient({});
  client.open(TEMPLATE);
  const ask = (line: number) =>
    client.request<string | null>('lambdaIam/addPermission', { textDocument, position: { line, character: 4 } });
  expect(await ask(5)).toContain('--principal sns.amazonaws.com');
  expect(await ask(2)).toBeNull();
  await client.stop();
});
