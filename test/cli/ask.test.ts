import { expect, test } from 'vitest';
import { READER } from '../harness/templates.ts';
import { folderWith, POLICY } from './commandLine.ts';

const folder = folderWith({ 'template.yaml': READER, 'policy.yaml': POLICY });

test('a yes', async () => {
  const { code, out, err } = await folder.run('explain', '.', '--can', 'Worker dynamodb:Query Orders');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(
    /^template\.yaml\n\nCan Worker do dynamodb:Query on Orders\?\n\nYes\. Worker may do dynamodb:Query on Orders\.\n/,
  );
  expect(out).toContain('on ${Orders.Arn}, ${Orders.Arn}/index/* (line 10)\n');
});

test('a no, with the edit', async () => {
  const { code, out } = await folder.run('explain', 'template.yaml', '--can', 'Worker PutItem Orders', '--format', 'json');
  expect(code).toBe(1);
  const { answers } = JSON.parse(out);
  expect(answers).toEqual([
    {
      path: 'template.yaml',
      question: 'Can Worker do dynamodb:PutItem on Orders?',
      verdict: 'no',
      summary: 'No statement of `WorkerRole`, the execution role that SAM makes for Worker, allows `dynamodb:PutItem` on Orders.',
      blocks: [
        {
          heading: 'What it may do there',
          lines: [{ text: expect.stringContaining('DynamoDBReadPolicy'), range: expect.anything() }],
        },
        {
          heading: 'What is needed',
          lines: [
            { text: 'Allow `dynamodb:PutItem` on `${Orders.Arn}`, in the `Policies` of Worker', range: null },
            { text: 'SAM’s policy template `DynamoDBWritePolicy` grants it', range: null },
          ],
        },
      ],
      places: [{ label: 'DynamoDBReadPolicy', range: { start: { line: 9, character: 10 }, end: { line: 9, character: 28 } } }],
      fix: {
        title: 'Grant dynamodb:PutItem to WorkerRole',
        edits: [expect.objectContaining({ newText: expect.stringContaining('DynamoDBWritePolicy') })],
      },
    },
  ]);
});

test('who can invoke it', async () => {
  const { code, out } = await folder.run('explain', '.', '--who', 'Worker');
  expect(code).toBe(0);
  expect(out).toContain('Who can invoke Worker?\n\nNo. Nothing in this file lets anybody call Worker.\n');
});

test('what cannot be asked', async () => {
  const fails = async (can: string, err: string, ...more: string[]) =>
    expect(await folder.run('explain', '.', '--can', can, ...more)).toEqual({ code: 2, out: '', err: `lambda-iam: ${err}\n` });
  await fails('Nobody dynamodb:Query', 'There is no function "Nobody".');
  await fails('Worker', '--can takes a function, an action and perhaps a resource: --can "Worker dynamodb:Query Orders".');
  await fails('Worker dynamodb:Quary Orders', 'template.yaml: AWS has no action dynamodb:Quary. Did you mean dynamodb:Query?');
  await fails('Worker sqs:SendMessage', '--format is one of pretty, json here, not "dot".', '--format', 'dot');
});
