import { expect, test } from 'vitest';
import type {
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  Location,
  SelectionRange,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { type Client, type Message, startClient, URI } from './client.ts';

const TEMPLATE = `Resources:
  Queue:
    Type: AWS::SQS::Queue
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: sqs:SendMessage
            Resource: !GetAtt Queue.Arn
            Principal: {Service: sns.amazonaws.com}
`;

const textDocument = { uri: URI };
const at = (line: number, character: number) => ({ textDocument, position: { line, character } });
const range = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});

/** A client whose document was edited in front of all names, so that no node stands where it was read. */
async function edited(): Promise<Client> {
  const client = await startClient({
    workspace: { workspaceEdit: { documentChanges: true } },
    textDocument: { rename: { prepareSupport: true } },
  });
  client.open(TEMPLATE);
  await client.request('textDocument/hover', at(1, 3));
  client.change(2, { range: range(0, 0, 0), text: '# moved\n' });
  return client;
}

/** The answer to a request as a message, an error as it comes. */
async function answered(client: Client, id: number, method: string, params: unknown): Promise<Message> {
  client.send({ id, method, params });
  return client.until((message) => message.id === id && message.method === undefined);
}

test('definition, references and highlights of a name', async () => {
  const client = await edited();
  expect(await client.request<Location>('textDocument/definition', at(12, 32))).toEqual({ uri: URI, range: range(2, 2, 7) });
  const mentions = [range(7, 20, 25), range(12, 30, 35)];
  const references = (includeDeclaration: boolean) =>
    client.request<Location[]>('textDocument/references', { ...at(2, 4), context: { includeDeclaration } });
  expect(await references(false)).toEqual(mentions.map((each) => ({ uri: URI, range: each })));
  expect(await references(true)).toEqual([range(2, 2, 7), ...mentions].map((each) => ({ uri: URI, range: each })));
  expect(await client.request<DocumentHighlight[]>('textDocument/documentHighlight', at(7, 25))).toEqual([
    { range: range(2, 2, 7), kind: 3 },
    ...mentions.map((each) => ({ range: each, kind: 2 })),
  ]);
  expect(await client.request('textDocument/definition', at(3, 8))).toBeNull();
  expect(await client.stop()).toBe(0);
});

test('a rename is prepared, made, and refused with its reason', async () => {
  const client = await edited();
  expect(client.initialized.capabilities.renameProvider).toEqual({ prepareProvider: true });
  expect(await client.request('textDocument/prepareRename', at(12, 32))).toEqual({
    range: range(12, 30, 35),
    placeholder: 'Queue',
  });
  expect(await client.request('textDocument/prepareRename', at(3, 8))).toBeNull();
  expect(await client.request<WorkspaceEdit>('textDocument/rename', { ...at(12, 32), newName: 'Jobs' })).toEqual({
    documentChanges: [
      {
        textDocument: { uri: URI, version: 2 },
        edits: [range(2, 2, 7), range(7, 20, 25), range(12, 30, 35)].map((each) => ({ range: each, newText: 'Jobs' })),
      },
    ],
  });
  expect(await answered(client, 1001, 'textDocument/rename', { ...at(12, 32), newName: 'Policy' })).toMatchObject({
    error: { message: 'The name Policy is in use already in this file.' },
  });
  expect(await client.stop()).toBe(0);
});

test('symbols, links and selections', async () => {
  const client = await edited();
  const [resources] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
  expect(resources).toMatchObject({ name: 'Resources', kind: 3, range: { start: { line: 1, character: 0 } } });
  expect(resources?.children?.map(({ name, kind, detail, selectionRange }) => [name, kind, detail, selectionRange])).toEqual([
    ['Queue', 19, 'AWS::SQS::Queue', range(2, 2, 7)],
    ['Policy', 20, 'AWS::SQS::QueuePolicy · resource-based policy of Queue', range(4, 2, 8)],
  ]);
  const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
  expect(links.map((link) => [link.range, link.target])).toEqual([[range(11, 20, 35), undefined]]);
  expect(await client.request<DocumentLink>('documentLink/resolve', links[0])).toMatchObject({
    range: range(11, 20, 35),
    target: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_sqs.html',
    tooltip: 'Actions of Amazon SQS',
  });
  const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
    textDocument,
    positions: [{ line: 11, character: 26 }],
  });
  expect(selection?.range).toEqual(range(11, 24, 35));
  expect(selection?.parent?.range).toEqual(range(11, 20, 35));
  expect(selection?.parent?.parent?.range).toEqual(range(11, 12, 35));
  expect(await client.stop()).toBe(0);
});

test('a document that is no template has nothing to find', async () => {
  const client = await startClient({});
  client.open('name: build\njobs: {}\n');
  expect(await client.request('textDocument/definition', at(0, 1))).toBeNull();
  expect(await client.request('textDocument/rename', { ...at(0, 1), newName: 'A' })).toBeNull();
  expect(await client.request('textDocument/documentSymbol', { textDocument })).toEqual([]);
  expect(await client.request('textDocument/documentLink', { textDocument })).toEqual([]);
  expect(await client.stop()).toBe(0);
});
