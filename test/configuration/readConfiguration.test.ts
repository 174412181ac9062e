import { expect, test } from 'vitest';
import { readConfiguration } from '../../server/src/configuration/index.ts';
import { sourceText } from '../../server/src/syntax/index.ts';

const read = (text: string) => readConfiguration(sourceText('file:///.lambda-iam.json', text, 1, 'json'));

/** What is wrong, each with the piece of text that it is about. */
const problemsIn = (text: string): readonly (readonly [string, string])[] =>
  read(text).problems.map(({ span, message }) => [text.slice(span.start, span.end), message]);

test('comments, trailing commas and an empty file are fine', () => {
  const { value, problems } = read('// Ours\n{ "profile": "security", /* loud */ "rules": { "full-access": "error", }, }\n');
  expect(problems).toEqual([]);
  expect(value).toEqual({ profile: 'security', rules: { 'full-access': 'error' }, ignore: [], overrides: [] });
  for (const empty of ['', ' \n', '{}']) expect(read(empty)).toMatchObject({ value: { rules: {} }, problems: [] });
});

test('what is wrong stands at its place, and the rest is read', () => {
  const text =
    '{ "rules": { "ful-access": "off", "unknown-action": "of", "unknown-service": "hint" }, "profil": 1, "ignore": ["a", 2] }';
  expect(problemsIn(text)).toEqual([
    ['"profil"', 'Unknown key "profil". Did you mean "profile"?'],
    ['"ful-access"', 'There is no rule "ful-access". Did you mean "full-access"?'],
    ['"of"', '"unknown-action" is set to one of error, warning, information, hint, off.'],
    ['["a", 2]', '"ignore" is a list of patterns, as in a .gitignore.'],
  ]);
  expect(read(text).value).toMatchObject({ rules: { 'unknown-service': 'hint' }, ignore: [{ negated: false }] });
});

test.each([
  ['{ "overrides": {} }', ['{}', '"overrides" is a list of objects such as { "files": ["test/**"], "rules": {} }.']],
  ['{ "overrides": ["x"] }', ['"x"', 'An override is an object such as { "files": ["test/**"], "rules": {} }.']],
  [
    '{ "overrides": [{ "rules": {} }] }',
    ['{ "rules": {} }', 'This override does not say for which files it is: add "files", a list of patterns.'],
  ],
  ['{ "overrides": [{ "files": [], "ignore": [] }] }', ['"ignore"', 'Unknown key "ignore".']],
  ['{ "rules": [] }', ['[]', '"rules" is an object with the ids of rules as keys.']],
  ['"x"', ['"x"', 'An object is expected here, such as { "rules": {}, "ignore": [] }.']],
])('%s', (text, problem) => {
  expect(problemsIn(text)).toEqual([problem]);
});

test('deep and huge text is read all the same', () => {
  for (const text of [
    '['.repeat(20_000),
    '{"overrides":['.repeat(5_000),
    `{"rules": {${'"unknown-action":"off",'.repeat(20_000)}}}`,
  ]) {
    expect(read(text).value.ignore).toEqual([]);
  }
});

const WHOLE = '{ "profile": "strict", "rules": { "full-access": "off" }, "ignore": ["a/"], "overrides": [{ "files": ["x"] }] }';

test('half-typed text has a configuration and tells what is wrong', () => {
  for (let length = 1; length < WHOLE.length; length++) {
    const { value, problems } = read(WHOLE.slice(0, length));
    expect(problems.length, WHOLE.slice(0, length)).toBeGreaterThan(0);
    expect(value.rules).toBeDefined();
  }
  expect(read(WHOLE).problems).toEqual([]);
});
