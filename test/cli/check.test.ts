import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { FIXED_POLICY, folderWith, GOOD_POLICY, type Outcome, POLICY, spawnProgram } from './commandLine.ts';

const SAM = `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Statement:
            - Effect: Allow
              Action: lambda:Invoke
              Resource: '*'
`;

interface FileEntry {
  readonly path: string;
  readonly kind: string;
  readonly error?: string;
  readonly problems?: readonly unknown[];
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly message: string }[];
}

const filesIn = ({ out }: Outcome): readonly FileEntry[] => JSON.parse(out).files;
const pathsIn = (outcome: Outcome): readonly string[] => filesIn(outcome).map(({ path }) => path);

test('json has what the contract says', async () => {
  const { code, out, err } = await folderWith({ 'policy.yaml': POLICY }).run('check', 'policy.yaml', '--format', 'json');
  const { tool, files, summary } = JSON.parse(out);
  const range = { start: { line: 3, character: 12 }, end: { line: 3, character: 25 } };
  expect({ code, err, summary }).toEqual({
    code: 1,
    err: '',
    summary: { files: 1, error: 1, warning: 0, information: 0, hint: 0 },
  });
  expect(tool).toEqual({
    name: 'lambda-iam',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    dataDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
  expect(files).toEqual([
    {
      path: 'policy.yaml',
      kind: 'policy',
      findings: [
        {
          rule: 'api-operation-as-action',
          severity: 'error',
          outcome: 'access-denied',
          message: expect.stringContaining('lambda:InvokeFunction'),
          range,
          subject: expect.objectContaining({ action: 'lambda:Invoke', suggestion: 'lambda:InvokeFunction' }),
          fixes: [
            {
              title: 'Replace with lambda:InvokeFunction',
              preferred: true,
              edits: [{ range, newText: 'lambda:InvokeFunction' }],
            },
          ],
        },
      ],
    },
  ]);
});

test('the exit code follows --fail-on', async () => {
  const folder = folderWith({
    'policy.yaml': POLICY,
    '.lambda-iam.json': '{ "rules": { "api-operation-as-action": "warning" } }',
  });
  expect((await folder.run('check')).code).toBe(0);
  expect((await folder.run('check', '--fail-on', 'warning')).code).toBe(1);
  expect((await folder.run('check', '--fail-on', 'hint')).code).toBe(1);
});

test('a folder is searched for templates and policies by their content', async () => {
  const folder = folderWith({
    'sam/template.yml': SAM,
    'policies/read.json': '{"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}',
    'stack.template': SAM,
    'commented.jsonc': '{ /* ours */ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }',
    'compose.yaml': 'services: { web: { image: nginx } }',
    'package.json': '{ "name": "x" }',
    'Makefile.yaml': ': : [',
    'notes.txt': POLICY,
    'node_modules/x/policy.yaml': POLICY,
    '.aws-sam/build/template.yaml': SAM,
  });
  const outcome = await folder.run('check', '.', '--format', 'json');
  expect(filesIn(outcome).map(({ path, kind }) => [path, kind])).toEqual([
    ['commented.jsonc', 'policy'],
    ['policies/read.json', 'policy'],
    ['sam/template.yml', 'sam'],
    ['stack.template', 'sam'],
  ]);
  expect(outcome.err).toBe('');
});

test('a file that is named is listed even when it is neither template nor policy', async () => {
  const folder = folderWith({ 'compose.yaml': 'services: {}', 'notes.txt': POLICY });
  const outcome = await folder.run('check', 'compose.yaml', 'notes.txt', '--format', 'json');
  expect(filesIn(outcome).map(({ path, kind }) => [path, kind])).toEqual([
    ['compose.yaml', 'none'],
    ['notes.txt', 'policy'],
  ]);
  expect((await folder.run('check', 'compose.yaml')).out).toBe(
    'compose.yaml: neither a template nor a policy\n\nNo findings in 1 file.\n',
  );
});

test('.gitignore is honoured on the way down and from above, in a search only', async () => {
  const folder = folderWith({
    '.git/HEAD': '',
    '.git/info/exclude': 'private/\n',
    '.gitignore': 'build/\n/root.yaml\n*.gen.yaml\n',
    'root.yaml': POLICY,
    'build/a.yaml': POLICY,
    'private/a.yaml': POLICY,
    'sub/root.yaml': POLICY,
    'sub/a.gen.yaml': POLICY,
    'sub/.gitignore': '!kept.gen.yaml\nb.yaml\n',
    'sub/kept.gen.yaml': POLICY,
    'sub/b.yaml': POLICY,
  });
  expect(pathsIn(await folder.run('check', '--format', 'json'))).toEqual(['sub/kept.gen.yaml', 'sub/root.yaml']);
  expect(pathsIn(await folder.run('check', 'sub', '--format', 'json'))).toEqual(['sub/kept.gen.yaml', 'sub/root.yaml']);
  expect(pathsIn(await folder.run('check', 'build/a.yaml', 'sub/b.yaml', '--format', 'json'))).toEqual([
    'build/a.yaml',
    'sub/b.yaml',
  ]);
});

test('a pattern finds files, each only once', async () => {
  const folder = folderWith({ 'a/one.yaml': POLICY, 'a/b/two.yaml': POLICY, 'a/three.json': '{}' });
  expect(pathsIn(await folder.run('check', 'a/**/*.yaml', 'a', '--format', 'json'))).toEqual(['a/b/two.yaml', 'a/one.yaml']);
  expect(await folder.run('check', 'x/*.yaml')).toEqual({
    code: 2,
    out: '',
    err: 'lambda-iam: The pattern "x/*.yaml" matches no file.\n',
  });
});

test('standard input is read for -', async () => {
  const outcome = await folderWith({}).runWith(POLICY, 'check', '-', '--format', 'json');
  expect(filesIn(outcome).map(({ path, kind, findings }) => [path, kind, findings.length])).toEqual([['-', 'policy', 1]]);
  expect(outcome.code).toBe(1);
});

test('unreadable files are named with the reason; the others are checked all the same', async () => {
  const folder = folderWith({ 'good.yaml': GOOD_POLICY, 'latin.yaml': Buffer.from([...Buffer.from(POLICY), 0xe4, 0x0a]) });
  const outcome = await folder.run('check', 'missing.yaml', 'latin.yaml', 'good.yaml', '--format', 'json');
  expect(outcome.code).toBe(2);
  expect(outcome.err).toBe('missing.yaml: no such file or folder\nlatin.yaml: not a UTF-8 text: save it in that encoding\n');
  expect(filesIn(outcome).map(({ path, kind, error }) => [path, kind, error])).toEqual([
    ['missing.yaml', 'none', 'no such file or folder'],
    ['latin.yaml', 'none', 'not a UTF-8 text: save it in that encoding'],
    ['good.yaml', 'policy', undefined],
  ]);
});

test.skipIf(process.getuid?.() === 0)('a file without read permission is unreadable', async () => {
  const folder = folderWith({ 'secret.yaml': POLICY });
  chmodSync(join(folder.path, 'secret.yaml'), 0);
  expect(await folder.run('check')).toMatchObject({ code: 2, err: 'secret.yaml: permission denied\n' });
});

test('positions do not count a byte order mark, and lines end as they end', async () => {
  const folder = folderWith({
    'policy.json':
      '\uFEFF{"Version": "2012-10-17", "Statement": {"Effect": "Allow",\r\n"Action": "lambda:Invoke", "Resource": "*"}}',
  });
  const { out } = await folder.run('check', '--format', 'json');
  expect(JSON.parse(out).files[0].findings[0].range).toEqual({
    start: { line: 1, character: 11 },
    end: { line: 1, character: 24 },
  });
});

test('thousands of files give valid JSON', async () => {
  const files = Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`p${i}.yaml`, i % 2 ? POLICY : FIXED_POLICY]));
  const outcome = await folderWith(files).run('check', '--format', 'json');
  expect(JSON.parse(outcome.out).summary).toEqual({ files: 3_000, error: 1_500, warning: 0, information: 0, hint: 0 });
  expect(filesIn(outcome)).toHaveLength(3_000);
});

test('a reader that goes away ends the program without a word', async () => {
  const files = Object.fromEntries(Array.from({ length: 800 }, (_, i) => [`p${i}.yaml`, POLICY]));
  const child = spawnProgram(folderWith(files).path, ['check', '--format', 'json']);
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
});

test('no file is changed', async () => {
  const folder = folderWith({ 'policy.yaml': POLICY });
  await folder.run('check');
  expect(readFileSync(join(folder.path, 'policy.yaml'), 'utf8')).toBe(POLICY);
});
