import { expect, test } from 'vitest';
import { SHOP_ROLE } from '../harness/templates.ts';
import { folderWith } from './commandLine.ts';

const TEMPLATE = `Resources:
${SHOP_ROLE}`;
const ERROR =
  'User: arn:aws:sts::123456789012:assumed-role/shop-worker/x is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action';
const folder = folderWith({ 'stacks/shop.yaml': TEMPLATE, 'compose.yaml': 'services: {}' });

test('an error is explained by the files of a folder, with the change as a difference', async () => {
  const { code, out, err } = await folder.run('explain', '.', '--error', ERROR);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('shop-worker is Role: it has this name in the file. (stacks/shop.yaml:2)');
  expect(out).toContain('--- a/stacks/shop.yaml\n+++ b/stacks/shop.yaml\n');
  expect(out).toContain(
    '+                Action:\n+                  - sqs:ReceiveMessage\n+                  - s3:ListAllMyBuckets\n',
  );
  expect(out).not.toMatch(/\*\*|`/);
});

test('from standard input, as JSON', async () => {
  const { code, out } = await folder.runWith(
    JSON.stringify({ errorMessage: ERROR }),
    'explain',
    '.',
    '--error',
    '-',
    '--format',
    'json',
  );
  const { title, fixes } = JSON.parse(out);
  expect([code, title]).toEqual([0, 'IAM refused a request']);
  expect(fixes).toEqual([
    {
      title: 'Grant s3:ListAllMyBuckets to Role',
      path: 'stacks/shop.yaml',
      edits: [{ range: expect.anything(), newText: expect.any(String) }],
    },
  ]);
});

test('what is no error is told so, with an exit code of its own', async () => {
  const { code, out } = await folder.run('explain', '.', '--error', 'hello');
  expect(code).toBe(1);
  expect(out).toContain('This does not read as an error about permissions');
});

test('no file at all is wrong usage', async () => {
  expect((await folder.run('explain', '--error', ERROR)).code).toBe(2);
});
