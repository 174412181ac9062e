import { expect, test } from 'vitest';
import { childAt, literalText } from '../../server/src/syntax/index.ts';
import { read, scalarAt, tree } from './support.ts';

test('reads YAML scalars by the core schema', () => {
  const text = [
    'number: 30',
    'negative: -1.5',
    'hex: 0x1F',
    'yes: true',
    'no: False',
    'nothing: null',
    'tilde: ~',
    'date: 2012-10-17',
    'word: yes',
    'account: 012345678901',
    'quoted: "30"',
    'empty: ""',
  ].join('\n');
  expect(read(text)).toEqual({
    number: 30,
    negative: -1.5,
    hex: 31,
    yes: true,
    no: false,
    nothing: null,
    tilde: null,
    date: '2012-10-17',
    word: 'yes',
    account: 12345678901,
    quoted: '30',
    empty: '',
  });
});

test.each([
  ['a: 012345678901', '012345678901'],
  ['a: 0x1F', '0x1F'],
  ['a: True', 'True'],
  ['a: null', ''],
  ['a: ~', ''],
  ['a: "x\\u0041"', 'xA'],
  ["a: 'it''s'", "it's"],
  ['{"a": 1.50}', '1.50'],
  ['{"a": true}', 'true'],
  ['{"a": null}', ''],
  ['{"a": "\\u00e9\\n\\/"}', 'é\n/'],
])('the text of the scalar in %j is %j', (text, expected) => {
  expect(scalarAt(text, 'a').text).toBe(expected);
});

test.each([
  ['a: b', 'plain'],
  ["a: 'b'", 'single'],
  ['a: "b"', 'double'],
  ['a: |\n  b\n', 'literal'],
  ['a: >-\n  b\n', 'folded'],
  ['{"a": "b"}', 'double'],
  ['{"a": 1}', 'plain'],
])('the style of the scalar in %j is %s', (text, style) => {
  expect(scalarAt(text, 'a').style).toBe(style);
});

test('a key with nothing behind it has no value; an empty item of a list is null', () => {
  expect(read('a:\nb: 1\nc:\n  -\n  - x\n')).toEqual({ a: undefined, b: 1, c: [null, 'x'] });
});

test('keeps CloudFormation tags on scalars, lists and mappings', () => {
  const text = [
    'a: !Sub "${B}-x"',
    'b: !GetAtt [C, Arn]',
    'c: !Transform',
    '  Name: n',
    'd: !If',
    '  - X',
    '  - !Ref Y',
    '  - !Ref AWS::NoValue',
    'e: !Sub',
    'f: !Ref 12',
  ].join('\n');
  expect(read(text)).toEqual({
    a: ['!Sub', '${B}-x'],
    b: ['!GetAtt', ['C', 'Arn']],
    c: ['!Transform', { Name: 'n' }],
    d: ['!If', ['X', ['!Ref', 'Y'], ['!Ref', 'AWS::NoValue']]],
    e: ['!Sub', ''],
    f: ['!Ref', '12'],
  });
});

test('the outer span starts at the tag, also when the tag stands on the line above', () => {
  const text = 'a: !If\n  - !Ref X\n  - y\n';
  const node = childAt(tree(text).root, 'a');
  expect(node && [text.slice(node.span.start, node.span.end), text.slice(node.outerSpan.start, node.outerSpan.end)]).toEqual([
    '- !Ref X\n  - y',
    '!If\n  - !Ref X\n  - y',
  ]);
});

test('tags of YAML itself are carried out in the value and not shown', () => {
  expect(read('a: !!str 12\nb: !!int "3"\nc: !<tag:yaml.org,2002:str> 1\n')).toEqual({ a: '12', b: 3, c: '1' });
  expect(literalText(childAt(tree('a: !!str 012').root, 'a'))).toBe('012');
});

test('unknown tags are kept and are no problem', () => {
  expect(read('a: !Nope x\nb: !Nope {c: 1}\n')).toEqual({ a: ['!Nope', 'x'], b: ['!Nope', { c: 1 }] });
});

test('keys are text, whatever they look like', () => {
  const { root } = tree('123456789012: a\ntrue: b\n~: c\n"q": d\n2012-10-17: e\n');
  expect(root?.kind === 'mapping' && root.entries.map(({ key }) => key.text)).toEqual([
    '123456789012',
    'true',
    '~',
    'q',
    '2012-10-17',
  ]);
});

test('knows flow style from block style', () => {
  const { root } = tree('a: {b: [1]}\nc:\n  - 1\n');
  const flows = [root, childAt(root, 'a'), childAt(root, 'a', 'b'), childAt(root, 'c')];
  expect(flows.map((node) => node?.kind !== 'scalar' && node?.flow)).toEqual([false, true, true, false]);
});

test('YAML and JSON twins read the same', () => {
  const yaml =
    'Version: 2012-10-17\nStatement:\n  - Effect: Allow\n    Action: [s3:GetObject, "s3:Put*"]\n    Resource: "*"\n    N: 5\n';
  expect(read(yaml)).toEqual(read(JSON.stringify(read(yaml))));
});

test('reads texts with a byte order mark and Windows line ends', () => {
  const text = '\uFEFFa: 1\r\nb:\r\n  c: "x"\r\n  d: |\r\n    one\r\n    two\r\n';
  expect(read(text)).toEqual({ a: 1, b: { c: 'x', d: 'one\ntwo\n' } });
  expect(read('\uFEFF{"a": 1}')).toEqual({ a: 1 });
});
