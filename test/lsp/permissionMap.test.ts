import { expect, test } from 'vitest';
import type { ShownMap } from '../../server/src/lsp/permissionMap.ts';
import { startClient, URI } from './client.ts';

const TEMPLATE = `Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Worker.Arn
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/worker
`;

const about = { textDocument: { uri: URI } };

test('the map of the newest version of a template, with places and fixes', async () => {
  const client = await startClient({});
  client.open(TEMPLATE);
  const map = await client.request<ShownMap>('lambdaIam/permissionMap', about);
  expect(map).toMatchObject({ version: 1, functions: ['Worker'], summary: '1 function; 1 connection: 1 not allowed' });
  expect(map.nodes).toMatchObject([
    { id: 'source:Bucket', range: { start: { line: 1, character: 2 }, end: { line: 1, character: 8 } } },
    { id: 'function:Worker', range: { start: { line: 8, character: 2 }, end: { line: 8, character: 8 } } },
  ]);
  expect(map.edges).toMatchObject([{ sentence: 'Bucket invokes Worker: not allowed', verdict: 'missing' }]);
  expect(map.edges[0]?.permissions).toMatchObject([
    { fix: 'Let Bucket invoke Worker', range: { start: { line: 7, character: 22 } } },
  ]);
  expect(map.drawing).toContain('data-id="source:Bucket &gt; function:Worker"');

  client.change(2, { text: TEMPLATE.replaceAll('Worker', 'Packer') });
  const changed = await client.request<ShownMap>('lambdaIam/permissionMap', about);
  expect(changed).toMatchObject({ version: 2, functions: ['Packer'] });
});

test('one function, and as a file', async () => {
  const client = await startClient({});
  client.open(TEMPLATE);
  const other = await client.request<ShownMap>('lambdaIam/permissionMap', { ...about, function: 'Other' });
  expect(other).toMatchObject({ functions: ['Worker'], nodes: [], edges: [] });
  const request = (format: string) => client.request<string>('lambdaIam/permissionMapFile', { ...about, format });
  expect(await request('svg')).toMatch(/^<svg /);
  expect(await request('mermaid')).toMatch(/^flowchart LR\n/);
  expect(await request('dot')).toMatch(/^digraph /);
});

test('the kind of a document; what is no template has no map', async () => {
  const client = await startClient({});
  const kind = () => client.request<string>('lambdaIam/documentKind', about);
  expect(await kind()).toBe('none');
  client.open(TEMPLATE);
  expect(await kind()).toBe('cloudformation');
  client.change(2, { text: 'services: {}' });
  expect(await kind()).toBe('none');
  expect(await client.request('lambdaIam/permissionMap', about)).toBeNull();
  expect(await client.request('lambdaIam/permissionMapFile', { ...about, format: 'svg' })).toBeNull();
});
