import { expect, test } from 'vitest';
import { folderWith, type Outcome, POLICY } from './commandLine.ts';

interface FileEntry {
  readonly path: string;
  readonly error?: string;
  readonly findings: readonly { readonly rule: string; readonly severity: string }[];
}

const filesIn = ({ out }: Outcome): readonly FileEntry[] => JSON.parse(out).files;

/** The severities of the findings of each file. */
const severitiesIn = (outcome: Outcome): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(filesIn(outcome).map(({ path, findings }) => [path, findings.map(({ severity }) => severity)]));

const RULE = 'api-operation-as-action';
const setting = (level: string, others: object = {}): string => JSON.stringify({ ...others, rules: { [RULE]: level } });

test('the configuration changes severities and leaves files out', async () => {
  const folder = folderWith({
    'a.yaml': POLICY,
    'old/b.yaml': POLICY,
    'config/ours.json':
      '{\n  // The old ones stay as they are.\n  "ignore": ["/old", "../old"],\n  "rules": { "api-operation-as-action": "off" },\n}',
    '.lambda-iam.json': '{ "ignore": ["old/"] }',
  });
  expect(severitiesIn(await folder.run('check', '--format', 'json'))).toEqual({ 'a.yaml': ['error'] });
  const off = await folder.run('check', '--config', 'config/ours.json', '--format', 'json');
  expect(severitiesIn(off)).toEqual({ 'a.yaml': [], 'old/b.yaml': [] });
  expect(off.code).toBe(0);
});

test('the nearest file above a document counts, alone, wherever the command is called', async () => {
  const folder = folderWith({
    '.lambda-iam.json': setting('hint', { ignore: ['deep/left-out.yaml'] }),
    'a.yaml': POLICY,
    'sub/b.yaml': POLICY,
    'deep/.lambda-iam.json': setting('warning'),
    'deep/left-out.yaml': POLICY,
    'deep/er/c.yaml': POLICY,
  });
  expect(severitiesIn(await folder.run('check', '--format', 'json'))).toEqual({
    'a.yaml': ['hint'],
    'deep/er/c.yaml': ['warning'],
    'deep/left-out.yaml': ['warning'],
    'sub/b.yaml': ['hint'],
  });
  const { out } = await folder.runWith(POLICY, 'check', '-', '--format', 'json');
  expect(JSON.parse(out).files[0].findings[0].severity).toBe('hint');
});

test('overrides hold for the files that they name, and a profile for all rules', async () => {
  const folder = folderWith({
    '.lambda-iam.json': JSON.stringify({
      profile: 'strict',
      overrides: [{ files: ['test/**'], rules: { [RULE]: 'off' } }],
    }),
    'a.yaml': POLICY.replace(/Version.*\n/, ''),
    'test/b.yaml': POLICY.replace(/Version.*\n/, ''),
  });
  const outcome = await folder.run('check', '--format', 'json');
  expect(
    filesIn(outcome).map(({ path, findings }) => [path, findings.map(({ rule, severity }) => `${severity} ${rule}`)]),
  ).toEqual([
    ['a.yaml', ['information missing-version', `error ${RULE}`]],
    ['test/b.yaml', ['information missing-version']],
  ]);
});

test('a profile that is named on the command line comes before that of the configuration, not before its rules', async () => {
  const text = POLICY.replace(/Version.*\n/, '');
  const folder = folderWith({ 'a.yaml': text, '.lambda-iam.json': setting('warning', { profile: 'security' }) });
  expect(severitiesIn(await folder.run('check', '--format', 'json'))).toEqual({ 'a.yaml': ['warning'] });
  const strict = await folder.run('check', '--profile', 'strict', '--format', 'json');
  expect(severitiesIn(strict)).toEqual({ 'a.yaml': ['information', 'warning'] });
  expect(await folder.run('check', '--profile', 'loud')).toEqual({
    code: 2,
    out: '',
    err: 'lambda-iam: --profile is one of recommended, strict, security here, not "loud".\n',
  });
});

test('fix and explain heed the configuration too', async () => {
  const folder = folderWith({ 'a.yaml': POLICY, '.lambda-iam.json': setting('off') });
  expect(await folder.run('fix', 'a.yaml')).toEqual({ code: 0, out: 'Nothing to fix.\n', err: '' });
  const left = folderWith({
    'a.yaml': 'Resources: 1\nAWSTemplateFormatVersion: x',
    '.lambda-iam.json': '{ "ignore": ["a.yaml"] }',
  });
  expect(JSON.parse((await left.run('explain', 'a.yaml', '--format', 'json')).out).templates).toEqual([]);
});

test.each([
  [
    '{ "rules": { "api-operation-as-actoin": "off" } }',
    'There is no rule "api-operation-as-actoin". Did you mean "api-operation-as-action"?',
  ],
  ['{ "rules": { "unknown-action": "fatal" } }', '"unknown-action" is set to one of error, warning, information, hint, off.'],
  ['{ "rulse": {} }', 'Unknown key "rulse". Did you mean "rules"?'],
  ['{ "ignore": "x" }', '"ignore" is a list of patterns, as in a .gitignore.'],
  ['{ "profile": "strickt" }', '"profile" is one of recommended, strict, security. Did you mean "strict"?'],
  ['[]', 'An object is expected here, such as { "rules": {}, "ignore": [] }.'],
])('a mistake in the configuration is told with its line: %s', async (text, message) => {
  const outcome = await folderWith({ 'a.yaml': POLICY, 'c.json': `// Ours\n${text}` }).run('check', '--config', 'c.json');
  expect(outcome).toEqual({ code: 2, out: '', err: `lambda-iam: c.json:2: ${message}\n` });
});

test('broken JSON is told with its line', async () => {
  const outcome = await folderWith({ '.lambda-iam.json': '{\n  "rules": oops\n}' }).run('check');
  const message = 'This is neither a number nor true, false or null. Put it in double quotes.';
  expect(outcome).toEqual({ code: 2, out: '', err: `lambda-iam: .lambda-iam.json:2: ${message}\n` });
});

test('a mistake further down keeps only the files below from being checked', async () => {
  const folder = folderWith({ 'a.yaml': POLICY, 'sub/b.yaml': POLICY, 'sub/.lambda-iam.json': '{ "rulse": {} }' });
  const outcome = await folder.run('check', '--format', 'json');
  const error = 'sub/.lambda-iam.json:1: Unknown key "rulse". Did you mean "rules"?';
  expect(outcome.code).toBe(2);
  expect(outcome.err).toBe(`sub/b.yaml: ${error}\n`);
  expect(filesIn(outcome).map(({ path, error: told }) => [path, told])).toEqual([
    ['a.yaml', undefined],
    ['sub/b.yaml', error],
  ]);
});
