import { expect, test } from 'vitest';
import { manifest } from '../harness/manifest.ts';
import { folderWith } from './commandLine.ts';

const folder = folderWith({});

test.each([
  [[], 'No command given. Try "lambda-iam check" or "lambda-iam --help".'],
  [['chekc'], 'Unknown command "chekc". Did you mean "check"? See "lambda-iam --help".'],
  [['check', '--fial-on', 'error'], 'Unknown option "--fial-on". Did you mean "--fail-on"? See "lambda-iam --help".'],
  [['check', '--fail-on', 'fatal'], '--fail-on is one of error, warning, information, hint here, not "fatal".'],
  [['check', '--format', 'xml'], '--format is one of pretty, json, sarif, github here, not "xml".'],
  [['explain', '.', '--format', 'sarif'], '--format is one of pretty, json, mermaid, dot here, not "sarif".'],
  [['explain'], '"lambda-iam explain" needs a file, a folder or a pattern.'],
  [['fix'], '"lambda-iam fix" needs a file, a folder or a pattern.'],
  [['help', 'chekc'], 'There is no command "chekc". Did you mean "check"?'],
  [['check', '--config', 'none.json'], 'The configuration none.json cannot be read: no such file or folder.'],
])('%j is told what is wrong', async (args, message) => {
  expect(await folder.run(...args)).toEqual({ code: 2, out: '', err: `lambda-iam: ${message}\n` });
});

test('--version', async () => {
  expect(await folder.run('--version')).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
});

test('each command has a help page, which the overview names', async () => {
  const overview = await folder.run('--help');
  expect(overview).toMatchObject({ code: 0, err: '' });
  for (const command of ['check', 'explain', 'fix', 'rules']) {
    expect(overview.out).toMatch(new RegExp(`^  ${command} `, 'm'));
    const page = await folder.run(command, '--help');
    expect(page).toMatchObject({ code: 0, out: expect.stringContaining(`Usage: lambda-iam ${command}`), err: '' });
    expect(await folder.run('help', command)).toEqual(page);
  }
});
