import { expect, test } from 'vitest';
import type { ClientCapabilities, CompletionItem, CompletionList } from 'vscode-languageserver';
import { type Client, startClient, URI } from './client.ts';

const POLICY = `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action:
      - s3:Get
    Resource: '*'
`;

/** Where the action starts, and how much of the text is behind it. */
const PLACE = { uri: URI, start: POLICY.indexOf('s3:Get'), tail: POLICY.split('s3:Get')[1]?.length };

const ACTION = { line: 4, character: 14 };

/** A client that can do with completions what VS Code can. */
const CAPABLE: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        commitCharactersSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        labelDetailsSupport: true,
        insertTextModeSupport: { valueSet: [1, 2] },
        resolveSupport: { properties: ['documentation'] },
      },
      completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'data'] },
    },
  },
};

const ask = (client: Client, position: { line: number; character: number }, triggerCharacter?: string): Promise<CompletionList> =>
  client.request('textDocument/completion', {
    textDocument: { uri: URI },
    position,
    context: triggerCharacter === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter },
  });

const labelled = ({ items }: CompletionList, label: string): CompletionItem => {
  const found = items.find((item) => item.label === label);
  if (!found) throw new Error(`no completion ${label}`);
  return found;
};

test('what all items have in common is said once, and sorted as the engine has it', async () => {
  const client = await startClient(CAPABLE);
  client.open(POLICY);
  const list = await ask(client, ACTION);
  expect(list.isIncomplete).toBe(true);
  expect(list.itemDefaults).toEqual({
    editRange: { start: { line: 4, character: 8 }, end: ACTION },
    data: PLACE,
  });
  expect(labelled(list, 's3:GetObject')).toEqual({
    label: 's3:GetObject',
    kind: 3,
    sortText: expect.stringMatching(/^\d{5}$/),
    labelDetails: { description: 'Read' },
  });
  expect(list.items.map(({ sortText }) => sortText)).toEqual(list.items.map(({ sortText }) => sortText).sort());
});

test('a client that can do less is given items that say all by themselves, without snippets', async () => {
  const client = await startClient({});
  client.open(POLICY.replace('s3:Get', ''));
  const list = await ask(client, { line: 4, character: 8 });
  const range = { start: { line: 4, character: 8 }, end: { line: 4, character: 8 } };
  expect(list.isIncomplete).toBe(true);
  expect(labelled(list, 's3')).toEqual({
    label: 's3',
    kind: 9,
    sortText: '00000',
    detail: 'Amazon S3',
    textEdit: { range, newText: 's3:' },
    data: { ...PLACE, newText: 's3:*', piece: 's3:*' },
  });
});

test('snippets, and what follows in an editor that is made of VS Code', async () => {
  const client = await startClient(CAPABLE, { clientInfo: { name: 'Visual Studio Code' } });
  client.open(POLICY.replace('s3:Get', ''));
  const service = labelled(await ask(client, { line: 4, character: 8 }), 's3');
  expect(service).toMatchObject({
    textEditText: 's3:$1',
    insertTextFormat: 2,
    command: { command: 'editor.action.triggerSuggest' },
  });
  client.change(2, { range: { start: { line: 5, character: 17 }, end: { line: 5, character: 17 } }, text: '\n    Co' });
  const condition = labelled(await ask(client, { line: 6, character: 6 }), 'Condition');
  expect(condition).toMatchObject({
    textEditText: ['Condition:', '      ${1:StringEquals}:', '        ${2:key}: ${3:value}'].join('\n'),
    insertTextFormat: 2,
    insertTextMode: 1,
  });
});

test('the documentation is that of the hover, asked for when an item is looked at, also when the author has typed on', async () => {
  const client = await startClient(CAPABLE);
  client.open(POLICY);
  const list = await ask(client, ACTION);
  const item = { ...labelled(list, 's3:GetObject'), data: list.itemDefaults?.data };
  const resolved = await client.request<CompletionItem>('completionItem/resolve', item);
  client.change(2, { range: { start: ACTION, end: ACTION }, text: 'Obj' });
  expect(await client.request('completionItem/resolve', item)).toEqual(resolved);
  client.change(3, { range: { start: ACTION, end: { line: 4, character: 17 } }, text: 'Object' });
  const hover = await client.request('textDocument/hover', { textDocument: { uri: URI }, position: ACTION });
  expect(hover).toMatchObject({ contents: resolved.documentation });
});

test('the documentation of a service tells of its actions', async () => {
  const client = await startClient(CAPABLE);
  client.open(POLICY.replace('s3:Get', ''));
  const service = labelled(await ask(client, { line: 4, character: 8 }), 'sqs');
  const { documentation } = await client.request<CompletionItem>('completionItem/resolve', service);
  expect(JSON.stringify(documentation)).toContain('SendMessage');
});

test('a blank or a quote asks only where a word is opened', async () => {
  const client = await startClient(CAPABLE);
  client.open(POLICY.replace('s3:Get', "''").replace('Allow', 'Allow '));
  expect((await ask(client, { line: 2, character: 18 }, ' ')).items).toEqual([]);
  expect((await ask(client, { line: 4, character: 9 }, "'")).items.length).toBeGreaterThan(100);
});

test('nothing is offered in files that are none of ours', async () => {
  const client = await startClient(CAPABLE);
  client.open('jobs:\n  - s3:\n');
  expect(await ask(client, { line: 1, character: 7 })).toEqual({ isIncomplete: false, items: [] });
});
