import { chmodSync, lstatSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIXED_POLICY, folderWith, GOOD_POLICY, POLICY } from './commandLine.ts';

test('the preferred fixes are applied, and a second time there is nothing to do', async () => {
  const folder = folderWith({ 'policy.yaml': POLICY, 'good.yaml': GOOD_POLICY });
  expect(await folder.run('fix', '.')).toEqual({
    code: 0,
    out: 'policy.yaml\n  Replace with lambda:InvokeFunction api-operation-as-action\n\nFixed 1 finding in 1 file.\n',
    err: '',
  });
  expect(folder.read('policy.yaml')).toBe(FIXED_POLICY);
  expect(folder.read('good.yaml')).toBe(GOOD_POLICY);
  expect((await folder.run('fix', '.')).out).toBe('Nothing to fix.\n');
});

test('a dry run prints the difference and writes nothing', async () => {
  const folder = folderWith({ 'policy.yaml': POLICY });
  expect((await folder.run('fix', '--dry-run', '.')).out).toBe(`--- a/policy.yaml
+++ b/policy.yaml
@@ -1,5 +1,5 @@
 Version: '2012-10-17'
 Statement:
   - Effect: Allow
-    Action: lambda:Invoke
+    Action: lambda:InvokeFunction
     Resource: arn:aws:lambda:eu-west-1:123456789012:function:worker
`);
  expect(folder.read('policy.yaml')).toBe(POLICY);
});

test('only the findings of the rules that are named', async () => {
  const folder = folderWith({ 'policy.yaml': POLICY });
  expect((await folder.run('fix', '--rule', 'unknown-action', '.')).out).toBe('Nothing to fix.\n');
  expect((await folder.run('fix', '--rule', 'unknown-action', '--rule', 'api-operation-as-action', '.')).out).toContain(
    'Fixed 1 finding in 1 file.',
  );
  expect(await folder.run('fix', '--rule', 'unknown-acton', '.')).toEqual({
    code: 2,
    out: '',
    err: 'lambda-iam: There is no rule "unknown-acton". Did you mean "unknown-action"? "lambda-iam rules" lists them.\n',
  });
});

test('byte order mark, line ends, mode and link stay', async () => {
  const text = `\uFEFF${POLICY.replaceAll('\n', '\r\n')}`;
  const folder = folderWith({ 'real.yaml': text });
  chmodSync(join(folder.path, 'real.yaml'), 0o640);
  symlinkSync('real.yaml', join(folder.path, 'link.yaml'));
  await folder.run('fix', 'link.yaml');
  expect(folder.read('real.yaml')).toBe(`\uFEFF${FIXED_POLICY.replaceAll('\n', '\r\n')}`);
  expect(statSync(join(folder.path, 'real.yaml')).mode & 0o777).toBe(0o640);
  expect(lstatSync(join(folder.path, 'link.yaml')).isSymbolicLink()).toBe(true);
});

test('json lists what was applied', async () => {
  const { out } = await folderWith({ 'policy.yaml': POLICY }).run('fix', '.', '--format', 'json');
  expect(JSON.parse(out).files).toEqual([
    { path: 'policy.yaml', applied: [{ ruleId: 'api-operation-as-action', title: 'Replace with lambda:InvokeFunction' }] },
  ]);
});

test('unreadable files give exit code 2; standard input cannot be fixed', async () => {
  const folder = folderWith({ 'policy.yaml': POLICY });
  expect(await folder.run('fix', 'missing.yaml', 'policy.yaml')).toMatchObject({
    code: 2,
    err: 'missing.yaml: no such file or folder\n',
  });
  expect(folder.read('policy.yaml')).toBe(FIXED_POLICY);
  expect(await folder.runWith(POLICY, 'fix', '-')).toMatchObject({
    code: 2,
    err: '-: standard input cannot be fixed: give a file\n',
  });
});
