import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addressed,
  addressIn,
  childAt,
  nodeAt,
  parse,
  type SyntaxTree,
  sourceText,
  spanInText,
} from '../../server/src/syntax/index.ts';
import { readInSlices, readWhole } from '../../server/src/syntax/slices/index.ts';
import { aliasTargets } from '../../server/src/syntax/tree/aliases.ts';
import { redNode } from '../../server/src/syntax/tree/redNode.ts';
import type { LanguageId } from '../../server/src/text/sourceText.ts';
import type { Span } from '../../server/src/text/span.ts';
import { outline } from './support.ts';

const YAML = `# A template
---
AWSTemplateFormatVersion: 2010-09-09 # quoted or not
Transform:
- AWS::Serverless-2016-10-31
Description: >
  Several lines
  of text: with a colon

Parameters:
  # a comment before the first
  Stage: {Type: String, Default: "dev"}
  "Quoted":
    Type: String
Resources: # all of them

  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: 'it''s.handler'
      InlineCode: |
        export const handler = async () => {
          Resources: no
        };

      Policies:
      - Statement:
        - Effect: Allow
          Action: [s3:GetObject, "s3:Put*"]
          Resource: !Sub "arn:\${AWS::Partition}:s3:::\${Bucket}/*"
  # between
  Bucket:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
  Alias: &alias
    Type: AWS::Lambda::Alias
  Other: *alias
  Empty:
Outputs:
  Arn:
    Value: !GetAtt Fn.Arn
`;

const JSON_TEXT = JSON.stringify(
  {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'has "quotes" and { brackets ]',
    Parameters: {},
    Resources: {
      Fn: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] }, MemorySize: 128 } },
      Role: { Type: 'AWS::IAM::Role', Properties: { Note: 'é\n\\', List: [], Map: {} } },
      Odd: [1, 'two', null],
    },
    Outputs: { Arn: { Value: true } },
  },
  null,
  2,
);

const FIXTURES: readonly (readonly [string, LanguageId, string])[] = [
  ['YAML', 'yaml', YAML],
  ['YAML without aliases', 'yaml', YAML.replace(/ [&*]alias/g, '')],
  ['YAML with Windows line ends', 'yaml', YAML.replace(/\n/g, '\r\n')],
  ['YAML with a byte order mark', 'yaml', `\uFEFF${YAML}`],
  ['YAML without a last line break', 'yaml', YAML.trimEnd()],
  ['JSON', 'json', JSON_TEXT],
  ['JSON on one line', 'json', JSON.stringify(JSON.parse(JSON_TEXT))],
  ['JSON with a byte order mark', 'json', `\uFEFF${JSON_TEXT}\n`],
];

function whole(languageId: LanguageId, text: string) {
  const { root: green, problems } = readWhole(languageId, text);
  if (!green) return { root: [], problems };
  const { target, problems: more } = aliasTargets({ green, base: 0 });
  const context = { languageId, text, place: (start: number, end: number) => ({ start, end }), target };
  return { root: outline(redNode(context, { green, base: 0 }, undefined)), problems: [...problems, ...more] };
}

function sliced(languageId: LanguageId, text: string, previous?: Parameters<typeof parse>[1]) {
  const { value, problems } = parse(sourceText('u', text, 0, languageId), previous);
  const inText = (span: Span) => spanInText(value, span);
  return {
    tree: value,
    root: value.root ? outline(value.root, inText) : [],
    problems: problems.map((problem) => ({ ...problem, span: inText(problem.span) })),
  };
}

test.each(FIXTURES)('%s in slices reads as it does whole', (_, languageId, text) => {
  expect(readInSlices(languageId, text, undefined)?.sections.length).toBeGreaterThan(4);
  const { root, problems } = sliced(languageId, text);
  expect({ root, problems }).toEqual(whole(languageId, text));
  expect(problems).toEqual([]);
});

test.each([
  ['several documents', 'a: 1\n---\nb: 2\n', 'yaml'],
  ['a directive', '%YAML 1.2\n---\na: 1\n', 'yaml'],
  ['a list', '- a\n- b\n', 'yaml'],
  ['a flow mapping', '{a: 1}\n', 'yaml'],
  ['an indented mapping', '  a: 1\n  b: 2\n', 'yaml'],
  ['a comment between members', '{"a": 1, // b\n"c": {"d": 1}}', 'json'],
  ['an open bracket', '{"a": {"b": {}, "c": {}', 'json'],
] as const)('%s is read whole', (_, text, languageId) => {
  expect(readInSlices(languageId, text, undefined)).toBeUndefined();
});

/** What stands at an offset, told apart by its text. */
function found(tree: SyntaxTree, offset: number) {
  const node = nodeAt(tree, addressIn(tree, offset));
  return node && { kind: node.kind, span: spanInText(tree, node.outerSpan) };
}

const pieces = fc.constantFrom(
  '',
  'x',
  ' ',
  '\n',
  '  ',
  ':',
  ': ',
  '"',
  "'",
  '- ',
  '#',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a ',
  '*a',
  '!Ref ',
  '|',
  '\n  New:\n    Type: X',
  '---\n',
  '\t',
  '\\',
);
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(30), inserted: pieces });

test.each(FIXTURES)('%s after any edits reads as it does afresh', (_, languageId, original) => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      let text = original;
      let tree = sliced(languageId, text).tree;
      for (const { at, removed, inserted } of edits) {
        const start = Math.floor(at * text.length);
        text = text.slice(0, start) + inserted + text.slice(start + removed);
        const next = sliced(languageId, text, tree);
        const fresh = sliced(languageId, text);
        expect({ root: next.root, problems: next.problems }).toEqual({ root: fresh.root, problems: fresh.problems });
        for (let offset = 0; offset <= text.length; offset += 7)
          expect(found(next.tree, offset)).toEqual(found(fresh.tree, offset));
        tree = next.tree;
      }
    }),
    { numRuns: 60 },
  );
});

const name = fc.stringMatching(/^[A-Z][a-z]{0,4}$/);
const leaf = fc.oneof(fc.constantFrom('x', '"y z"', "'it''s'", '!Ref A', '[a, b]', '{k: v}', '*', 'a#b', '1', '~', ''), name);
const block = fc.array(fc.tuple(name, leaf), { minLength: 1, maxLength: 4 });

test('any mapping of mappings in slices reads as it does whole', () => {
  const comment = fc.constantFrom('', '\n', '# c\n', '  # c\n', '      # c\n');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, fc.array(fc.tuple(name, comment, block), { maxLength: 3 })), { minLength: 1, maxLength: 4 }),
      (sections) => {
        const lines = sections.map(([section, inner]) => {
          const body = inner.map(
            ([key, before, members]) => `${before}  ${key}:\n${members.map(([k, v]) => `    ${k}: ${v}\n`).join('')}`,
          );
          return `${section}:\n${body.join('')}`;
        });
        const { root, problems } = sliced('yaml', lines.join(''));
        const expected = whole('yaml', lines.join(''));
        expect(root).toEqual(expected.root);
        expect(problems.map(({ code }) => code).sort()).toEqual(expected.problems.map(({ code }) => code).sort());
      },
    ),
  );
});

test('unchanged resources keep their nodes, wherever they move', () => {
  const text = 'Parameters:\n  P: {Type: String}\nResources:\n  A:\n    Type: X\n  B:\n    Type: Y\n';
  const before = parse(sourceText('u', text)).value;
  const after = parse(sourceText('u', text.replace('Type: X', 'Type: Xyz\n    Name: n')), before).value;
  const isKept = (...path: string[]) => {
    const node = childAt(after.root, ...path);
    return node !== undefined && node === childAt(before.root, ...path);
  };
  expect([
    isKept('Resources', 'A'),
    isKept('Resources', 'B'),
    isKept('Resources', 'B', 'Type'),
    isKept('Parameters', 'P'),
  ]).toEqual([false, true, true, true]);
});

test('two resources that come apart have different addresses where they met', () => {
  const text = 'Resources:\n  A:\n    Type: X\n  B:\n    Type: Y\n';
  const before = parse(sourceText('u', text)).value;
  const torn = text.replace('  B:', '  C:\n    Type: Z\n  B:');
  const after = parse(sourceText('u', torn), before).value;
  const there = Array.from(torn, (_, offset) => ({ start: offset, end: offset }));
  expect(there.map((span) => spanInText(after, addressed(after, span)))).toEqual(there);
});

test('with aliases about, no node is kept', () => {
  const text = 'Resources:\n  A: &a\n    Type: X\n  B: *a\n';
  const before = parse(sourceText('u', text)).value;
  const after = parse(sourceText('u', text.replace('Type: X', 'Type: Y')), before).value;
  expect(childAt(after.root, 'Resources', 'B')).not.toBe(childAt(before.root, 'Resources', 'B'));
});

test('a tree of the other language is of no use, and does no harm', () => {
  const json = parse(sourceText('u', '{"a": 1}', 0, 'json')).value;
  expect(sliced('yaml', '{"a": 1}', json).root).toEqual(sliced('yaml', '{"a": 1}').root);
});
