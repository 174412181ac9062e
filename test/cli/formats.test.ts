import { expect, test } from 'vitest';
import { type Folder, folderWith, GOOD_POLICY, POLICY } from './commandLine.ts';

async function messageIn(folder: Folder): Promise<string> {
  const { out } = await folder.run('check', '--format', 'json');
  return JSON.parse(out).files[0].findings[0].message;
}

test('pretty shows the place, the message, the line and the fix', async () => {
  const folder = folderWith({ 'policy.yaml': POLICY, 'good.yaml': GOOD_POLICY });
  const message = await messageIn(folderWith({ 'policy.yaml': POLICY }));
  expect((await folder.run('check')).out).toBe(`policy.yaml:4:13 error api-operation-as-action
  ${message}
  4 |     Action: lambda:Invoke
    |             ^^^^^^^^^^^^^
  fix: Replace with lambda:InvokeFunction

1 error in 1 of 2 files. 1 can be fixed with "lambda-iam fix".
`);
});

test('pretty cuts a long line around the place', async () => {
  const filler = 'x'.repeat(200);
  const text = `{"Version": "2012-10-17", "Statement": {"Sid": "${filler}", "Effect": "Allow", "Action": "lambda:Invoke", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalTag/team": "${filler}"}}}}`;
  const { out } = await folderWith({ 'policy.json': text }).run('check');
  const [, , line = '', marks = ''] = out.split('\n');
  expect(line).toMatch(/^ {2}1 \| …"Effect": "Allow", "Action": "lambda:Invoke", "Resource": "\*".*…$/);
  expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('lambda:Invoke');
});

test('pretty is coloured when asked, and shows no control characters of a file', async () => {
  const folder = folderWith({ 'policy.yaml': POLICY.replace('lambda:Invoke', 'lambda:Invoke # \u001B[31m\u202E') });
  const plain = await folder.run('check');
  expect(plain.out).not.toContain('\u001B');
  expect(plain.out).toContain('# \uFFFD[31m\uFFFD');
  expect((await folder.run('check', '--color', 'always')).out).toContain('\u001B[31merror\u001B[39m');
});

test('pretty without findings', async () => {
  expect(await folderWith({ 'good.yaml': GOOD_POLICY }).run('check')).toEqual({
    code: 0,
    out: 'No findings in 1 file.\n',
    err: '',
  });
});

test('github gives a workflow command for each finding, escaped', async () => {
  const folder = folderWith({ 'a,b:100%.yaml': POLICY });
  const message = (await messageIn(folder)).replaceAll('%', '%25').replaceAll('\n', '%0A');
  expect((await folder.run('check', '--format', 'github')).out).toBe(
    `::error file=a%2Cb%3A100%25.yaml,line=4,endLine=4,col=13,endColumn=26,title=Lambda IAM%3A api-operation-as-action::${message}\n`,
  );
});

test('sarif is a log of version 2.1.0 with rules, places and fixes', async () => {
  const folder = folderWith({ 'a b.yaml': POLICY, 'c.yaml': Buffer.from([...Buffer.from(POLICY), 0xff]) });
  const { code, out } = await folder.run('check', '--format', 'sarif');
  const { version, runs } = JSON.parse(out);
  const [{ tool, results, invocations, columnKind }] = runs;
  const region = { startLine: 4, startColumn: 13, endLine: 4, endColumn: 26 };
  const artifactLocation = { uri: 'a%20b.yaml' };
  expect({ code, version, columnKind }).toEqual({ code: 2, version: '2.1.0', columnKind: 'utf16CodeUnits' });
  expect(results).toEqual([
    {
      ruleId: 'api-operation-as-action',
      ruleIndex: tool.driver.rules.findIndex(({ id }: { id: string }) => id === 'api-operation-as-action'),
      level: 'error',
      message: { text: expect.any(String) },
      locations: [{ physicalLocation: { artifactLocation, region } }],
      fixes: [
        {
          description: { text: 'Replace with lambda:InvokeFunction' },
          artifactChanges: [
            { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: 'lambda:InvokeFunction' } }] },
          ],
        },
      ],
      properties: { outcome: 'access-denied', subject: expect.any(Object) },
    },
  ]);
  expect(invocations).toEqual([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: 'error',
          message: { text: 'c.yaml: not a UTF-8 text: save it in that encoding' },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'c.yaml' } } }],
        },
      ],
    },
  ]);
});
