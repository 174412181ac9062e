import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { AnsweredError } from '../../server/src/lsp/pastedError.ts';
import { SHOP_ROLE } from '../harness/templates.ts';
import { type Client, startClient, URI } from './client.ts';

const TEMPLATE = `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
${SHOP_ROLE}`;
const ERROR =
  'User: arn:aws:sts::123456789012:assumed-role/shop-worker/x is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:123456789012:jobs because no identity-based policy allows the sqs:SendMessage action';

const VERSIONED = { workspace: { workspaceEdit: { documentChanges: true } } };

function ask(client: Client, text: string, ...uris: readonly string[]): Promise<AnsweredError> {
  return client.request('lambdaIam/pastedError', { text, textDocuments: uris.map((uri) => ({ uri })) });
}

test('an error is answered from the open document', async () => {
  const client = await startClient(VERSIONED);
  client.open(TEMPLATE);
  const answer = await ask(client, ERROR, URI, URI);
  expect(answer).toMatchObject({
    isRead: true,
    title: 'IAM refused a request',
    place: { uri: URI, range: { start: { line: 5, character: 2 }, end: { line: 5, character: 6 } } },
    edits: [{ title: 'Grant sqs:SendMessage to Role', uri: URI }],
  });
  expect(answer.markdown).toContain(`[template.yaml, line 6](${URI}#L6)`);
  expect(answer.edits[0]?.edit).toEqual({
    documentChanges: [
      {
        textDocument: { uri: URI, version: 1 },
        edits: [{ range: expect.anything(), newText: expect.stringContaining('sqs:SendMessage') }],
      },
    ],
  });
  await client.stop();
});

test('files that are not open are read; what is no template and what is not there do no harm', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lambda-iam-'));
  const uriOf = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return pathToFileURL(join(folder, name)).href;
  };
  const template = uriOf('stack.yaml', TEMPLATE);
  const client = await startClient(VERSIONED);
  const answer = await ask(
    client,
    ERROR,
    uriOf('compose.yaml', 'services: {}\n'),
    template,
    uriOf('broken.json', '{"Resources": {'),
    `${template}.none`,
  );
  expect(answer.edits).toEqual([
    { title: 'Grant sqs:SendMessage to Role', uri: template, edit: { changes: { [template]: [expect.anything()] } } },
  ]);
  await client.stop();
});

test('without a document, and of what is no error, something is said all the same', async () => {
  const client = await startClient({});
  expect(await ask(client, ERROR)).toMatchObject({ isRead: true, edits: [], place: null });
  const unread = await ask(client, 'Hello', URI);
  expect(unread).toMatchObject({ isRead: false, edits: [], place: null });
  expect(unread.markdown).toContain('Paste the message as AWS gives it');
  await client.stop();
});
