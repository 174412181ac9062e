import { expect, test } from 'vitest';
import { defineRule } from '../server/src/rules/index.ts';
import type { ScalarNode, SyntaxNode } from '../server/src/syntax/index.ts';
import { replaceText } from '../server/src/syntax/write/index.ts';
import {
  annotate,
  checkFix,
  checkHover,
  checkNoFix,
  checkNoHover,
  checkRule,
  filesOf,
  jsonTwin,
  readAnnotations,
  withCursor,
  yaml,
} from './harness/index.ts';

/** Finds each scalar with the text `bad`; mends it to `good` where it is a value. */
const noBad = defineRule<{ readonly scalar: ScalarNode; readonly isKey: boolean }>({
  id: 'no-bad',
  severity: 'warning',
  outcome: 'style',
  docs: { summary: '', why: '', url: '', aka: [], bad: [], good: [] },
  find: ({ tree }) => scalarsOf(tree.root, false).filter(({ scalar }) => scalar.text === 'bad'),
  diagnose: ({ scalar, isKey }) => ({ span: scalar.span, message: isKey ? 'A bad key.' : 'A bad value.', subject: {} }),
  fix: ({ scalar, isKey }) =>
    isKey ? [] : [{ title: 'Make it good', preferred: true, edits: [replaceText(scalar, 0, scalar.text.length, 'good')] }],
});

type Found = { readonly scalar: ScalarNode; readonly isKey: boolean };

function scalarsOf(node: SyntaxNode | undefined, isKey: boolean): readonly Found[] {
  if (!node) return [];
  if (node.kind === 'scalar') return [{ scalar: node, isKey }];
  if (node.kind === 'sequence') return node.items.flatMap((item) => scalarsOf(item, false));
  return node.entries.flatMap(({ key, value }) => [...scalarsOf(key, true), ...scalarsOf(value, false)]);
}

test('a text is moved to the left by what its lines have in common', () => {
  expect(yaml`
    A:
      B: 1

    C: ${2}
  `).toBe('A:\n  B: 1\n\nC: 2\n');
});

test('several files stand in one text', () => {
  const text = `
    A: 1
    #- nested/other.yaml
    B: 2
    #- third.json
    {}
  `;
  expect(filesOf(text)).toEqual([
    { name: 'template.yaml', text: 'A: 1\n' },
    { name: 'nested/other.yaml', text: 'B: 2\n' },
    { name: 'third.json', text: '{}\n' },
  ]);
  expect(filesOf('#- only.yaml\nA: 1\n')).toEqual([{ name: 'only.yaml', text: 'A: 1\n' }]);
});

test('the cursor is found and taken out', () => {
  expect(withCursor('A: b$0c')).toEqual({ text: 'A: bc', offset: 4 });
  expect(() => withCursor('A: bc')).toThrow('no cursor');
});

const MARKED = `A: bad
#  ^^^ warning no-bad: A bad
  # an ordinary comment
bad: 1
#^^ A bad key
`;

test('marks say where, how severe, by which rule and in which words', () => {
  const { text, marks } = readAnnotations(MARKED);
  expect(text).toBe('A: bad\n  # an ordinary comment\nbad: 1\n');
  expect(marks).toEqual([
    { line: 0, from: 3, to: 6, severity: 'warning', ruleId: 'no-bad', message: 'A bad' },
    { line: 2, from: 0, to: 3, severity: undefined, ruleId: undefined, message: 'A bad key' },
  ]);
  expect(readAnnotations(annotate(text, marks))).toEqual({ text, marks });
});

test('a rule that finds what is marked passes', () => {
  checkRule(noBad, MARKED);
  checkRule(noBad, 'A: [x, !Sub bad]\n#      ^^^ hint: no\n'.replace('^^^ hint: no', '     ^^^ warning: A bad value.'));
  checkRule(noBad, 'A: fine\n');
});

test.each([
  ['a missing finding', 'A: good\n#  ^^^^ A bad value'],
  ['an extra finding', 'A: bad\n'],
  ['another place', 'A: bad\n# ^^^ A bad value'],
  ['another length', 'A: bad\n#  ^^ A bad value'],
  ['another severity', 'A: bad\n#  ^^^ error: A bad value'],
  ['another rule', 'A: bad\n#  ^^^ warning no-good: A bad value'],
  ['other words', 'A: bad\n#  ^^^ A good value'],
  ['one mark for two findings', 'A: [bad, bad]\n#   ^^^ A bad value'],
])('a rule fails by %s', (_, text) => {
  expect(() => checkRule(noBad, text)).toThrow('no-bad in YAML');
});

test('a rule that sees YAML only fails', () => {
  const yamlOnly = {
    ...noBad,
    check: (analysis: Parameters<typeof noBad.check>[0]) => (analysis.source.languageId === 'yaml' ? noBad.check(analysis) : []),
  };
  expect(() => checkRule(yamlOnly, MARKED)).toThrow('no-bad in JSON');
});

test('a fix is checked by the text that it makes', () => {
  checkFix(noBad, 'A: bad\n#  ^^^ A bad value\n', 'A: good\n');
  checkFix(noBad, 'A: !Sub bad\n', 'A: !Sub good\n', { title: 'Make it good' });
  expect(() => checkFix(noBad, 'A: bad\n', 'A: better\n')).toThrow('the text after "Make it good"');
  expect(() => checkFix(noBad, 'A: bad\n', 'A: good\n', { title: 'Other' })).toThrow(
    'no fix "Other" here. Its fixes: Make it good',
  );
});

test('a rule without a fix is known', () => {
  checkNoFix(noBad, 'bad: 1\n');
  expect(() => checkNoFix(noBad, 'A: bad\n')).toThrow();
  expect(() => checkNoFix(noBad, 'A: good\n')).toThrow('findings of no-bad');
});

test('a hover is checked at the same place in both languages', () => {
  const policy = (action: string): string => `Statement:\n  - Effect: Allow\n    Action: ${action}\n    Resource: '*'\n`;
  checkHover(policy('s3:Get$0Object'), ['s3:GetObject']);
  checkNoHover('Na$0me: something\n');
  expect(() => checkHover(policy('s3:Get$0Object'), ['sqs:'])).toThrow();
});

test('the twin of a document says the same in JSON', () => {
  expect(JSON.parse(jsonTwin('A: !GetAtt B.Arn\nC: [!Ref D, 1]\n'))).toEqual({
    A: { 'Fn::GetAtt': ['B', 'Arn'] },
    C: [{ Ref: 'D' }, 1],
  });
});
