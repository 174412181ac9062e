import { expect, test } from 'vitest';
import {
  addEntry,
  addItem,
  addToList,
  type Draft,
  getAtt,
  join,
  mapping,
  ref,
  sub,
} from '../../../server/src/syntax/write/index.ts';
import { yaml } from '../../harness/fixture.ts';
import { edited, mappingAt, sequenceAt } from './support.ts';

const addedAt = (text: string, path: string, value: Draft, key = 'New'): string =>
  edited(text, (tree) => addEntry(tree, mappingAt(tree, path), key, value));

const queue = mapping({ Type: 'AWS::SQS::Queue', Properties: mapping({ QueueName: 'jobs' }) });

test('a resource is added at the end, separated by an empty line where the others are', () => {
  const spaced = yaml`
    Resources:
      A:
        Type: AWS::SNS::Topic

      B:
        Type: AWS::SNS::Topic

    Outputs:
      Name:
        Value: x
  `;
  expect(addedAt(spaced, 'Resources', queue)).toBe(yaml`
    Resources:
      A:
        Type: AWS::SNS::Topic

      B:
        Type: AWS::SNS::Topic

      New:
        Type: AWS::SQS::Queue
        Properties:
          QueueName: jobs

    Outputs:
      Name:
        Value: x
  `);
  expect(addedAt('Resources:\n  A:\n    Type: X\n  B:\n    Type: Y\n', 'Resources', 'x')).toBe(
    'Resources:\n  A:\n    Type: X\n  B:\n    Type: Y\n  New: x\n',
  );
});

test('a lone resource follows the custom of the other sections', () => {
  const sections = 'Parameters:\n  P:\n    Type: String\n\n  Q:\n    Type: String\n\nResources:\n  A:\n    Type: X\n';
  expect(addedAt(sections, 'Resources', 'x')).toBe(`${sections}\n  New: x\n`);
});

test('an entry goes behind another one, and behind the comment on its line', () => {
  const text = 'A:\n  Type: X # why\n  Properties:\n    B: 1\n';
  const after = edited(text, (tree) => {
    const resource = mappingAt(tree, 'A');
    return addEntry(tree, resource, 'DependsOn', 'C', resource.entries[0]);
  });
  expect(after).toBe('A:\n  Type: X # why\n  DependsOn: C\n  Properties:\n    B: 1\n');
});

test('comments below the last entry stay with it', () => {
  const text = yaml`
    A:
      B: 1
      # C: 2

    # The next one
    D: 3
  `;
  expect(addedAt(text, 'A', 'x')).toBe(yaml`
    A:
      B: 1
      # C: 2
      New: x

    # The next one
    D: 3
  `);
});

test('the comment of the next key is not passed by a list at the same indentation', () => {
  const text = 'A:\n- a\n# About B\nB: 1\n';
  expect(edited(text, (tree) => addItem(tree, sequenceAt(tree, 'A'), 'b'))).toBe('A:\n- a\n- b\n# About B\nB: 1\n');
});

test.each([
  ['four columns', 'A:\n    B:\n        C: 1\n', 'A', 'A:\n    B:\n        C: 1\n    New:\n        K: v\n'],
  [
    'the steps of the neighbours',
    'A:\n    B:\n      C: 1\n    D:\n      E: 1\nX:\n    Y:\n        Z: 1\n',
    'A',
    'A:\n    B:\n      C: 1\n    D:\n      E: 1\n    New:\n      K: v\nX:\n    Y:\n        Z: 1\n',
  ],
  ['CRLF', 'A:\r\n  B: 1\r\nC: 2\r\n', 'A', 'A:\r\n  B: 1\r\n  New:\r\n    K: v\r\nC: 2\r\n'],
  ['no line break at the end', 'A:\n  B: 1', 'A', 'A:\n  B: 1\n  New:\n    K: v'],
  ['a byte order mark', '\uFEFFA:\n  B: 1\n', '', '\uFEFFA:\n  B: 1\nNew:\n  K: v\n'],
  ['an item of a list', 'A:\n  - B: 1\n', 'A.0', 'A:\n  - B: 1\n    New:\n      K: v\n'],
  ['braces on one line', 'A: { B: 1 }\n', 'A', 'A: { B: 1, New: { K: v } }\n'],
  ['tight braces', 'A: {B: 1}\n', 'A', 'A: {B: 1, New: {K: v}}\n'],
  ['empty braces', 'A: {}\nB: 1\n', 'A', 'A:\n  New:\n    K: v\nB: 1\n'],
  ['empty braces in a list', 'A:\n  - {}\n', 'A.0', 'A:\n  - New:\n      K: v\n'],
  ['braces over several lines', 'A: {\n  B: 1\n}\n', 'A', 'A: {\n  B: 1,\n  New: {\n    K: v\n  }\n}\n'],
  ['a pair without braces', 'A: [B: 1]\n', 'A.0', 'A: [{ B: 1, New: { K: v } }]\n'],
  ['JSON inside YAML', 'A: {"B": "x"}\n', 'A', 'A: {"B": "x", "New": {"K": "v"}}\n'],
  ['a text in lines', 'A:\n  B: |\n    text\n\nC: 1\n', 'A', 'A:\n  B: |\n    text\n  New:\n    K: v\n\nC: 1\n'],
  [
    'a text that keeps its empty lines',
    'A:\n  B: |+\n    text\n\nC: 1\n',
    'A',
    'A:\n  B: |+\n    text\n\n  New:\n    K: v\nC: 1\n',
  ],
  ['quoted keys', '"A":\n  "B": 1\n', 'A', '"A":\n  "B": 1\n  "New":\n    "K": v\n'],
])('an entry is added in the style of the file: %s', (_, before, path, after) => {
  expect(addedAt(before, path, mapping({ K: 'v' }))).toBe(after);
});

const statement = mapping({
  Effect: 'Allow',
  Action: ['sqs:SendMessage'],
  Resource: [getAtt('Jobs', 'Arn'), sub('${Bucket.Arn}/*'), ref('Table'), join('/', ['a', ref('B')])],
});

test.each([
  [
    'short calls, lists indented',
    'Z:\n  - a\n',
    'Z:\n  - a\nNew:\n  Effect: Allow\n  Action:\n    - sqs:SendMessage\n  Resource:\n    - !GetAtt Jobs.Arn\n    - !Sub ${Bucket.Arn}/*\n    - !Ref Table\n' +
      '    - !Join [/, [a, !Ref B]]\n',
  ],
  [
    'long calls, lists below their key',
    'Z:\n- Ref: a\n',
    'Z:\n- Ref: a\nNew:\n  Effect: Allow\n  Action:\n  - sqs:SendMessage\n  Resource:\n  - Fn::GetAtt: [Jobs, Arn]\n  - Fn::Sub: ${Bucket.Arn}/*\n  - Ref: Table\n' +
      '  - Fn::Join: [/, [a, Ref: B]]\n'.replace('[a, Ref: B]', '[a, { Ref: B }]'),
  ],
  [
    'long calls with lists in lines',
    'Z:\n  Fn::GetAtt:\n    - A\n    - Arn\n',
    'Z:\n  Fn::GetAtt:\n    - A\n    - Arn\nNew:\n  Effect: Allow\n  Action:\n    - sqs:SendMessage\n  Resource:\n    - Fn::GetAtt:\n        - Jobs\n        - Arn\n' +
      '    - Fn::Sub: ${Bucket.Arn}/*\n    - Ref: Table\n    - Fn::Join:\n        - /\n        - - a\n          - Ref: B\n',
  ],
  [
    'lists in brackets',
    'Z: [a, b]\n',
    'Z: [a, b]\nNew:\n  Effect: Allow\n  Action: [sqs:SendMessage]\n  Resource:\n    - !GetAtt Jobs.Arn\n    - !Sub ${Bucket.Arn}/*\n    - !Ref Table\n    - !Join [/, [a, !Ref B]]\n',
  ],
])('intrinsic functions and lists as the file writes them: %s', (_, before, after) => {
  expect(addedAt(before, '', statement)).toBe(after);
});

test('a short call stands behind a long one, because a value has one tag', () => {
  expect(addedAt('A: !Ref B\n', '', { call: 'Base64', argument: sub('x') })).toBe('A: !Ref B\nNew:\n  Fn::Base64: !Sub x\n');
});

test.each([
  ['absent', 'A:\n  B: 1\n', 'A:\n  B: 1\n  L:\n    - x\n'],
  ['nothing yet', 'A:\n  L:\n  B: 1\n', 'A:\n  L:\n    - x\n  B: 1\n'],
  ['a single value', 'A:\n  L: a # why\n', 'A:\n  L:\n    - a # why\n    - x\n'],
  ['a call', 'A:\n  L: !Sub a\n', 'A:\n  L:\n    - !Sub a\n    - x\n'],
  ['a mapping', 'A:\n  L:\n    B: 1\n    C: 2\n', 'A:\n  L:\n    - B: 1\n      C: 2\n    - x\n'],
  ['a text in lines', 'A:\n  L: |\n    a\n\n    b\n', 'A:\n  L:\n    - |\n        a\n\n        b\n    - x\n'],
  ['an alias', 'Z: &z a\nA:\n  L: *z\n', 'Z: &z a\nA:\n  L:\n    - *z\n    - x\n'],
  ['an anchor', 'A:\n  L: &z a\n', 'A:\n  L:\n    - &z a\n    - x\n'],
  ['a list', 'A:\n  L:\n    - a\n', 'A:\n  L:\n    - a\n    - x\n'],
  ['a list of aliases', 'Z: &z a\nA:\n  L:\n    - *z\n', 'Z: &z a\nA:\n  L:\n    - *z\n    - x\n'],
  ['an empty list', 'A:\n  L: []\n', 'A:\n  L:\n    - x\n'],
  ['a list in brackets', 'A:\n  L: [a]\n', 'A:\n  L: [a, x]\n'],
  ['a list with wide dashes', 'A:\n  L:\n    -   a\n', 'A:\n  L:\n    -   a\n    -   x\n'],
  ['a value in braces', 'A: { L: a }\n', 'A: { L: [a, x] }\n'],
])('an item is added to what stands under a key: %s', (_, before, after) => {
  expect(edited(before, (tree) => addToList(tree, mappingAt(tree, 'A'), 'L', 'x'))).toBe(after);
});
