import { expect, test } from 'vitest';
import { problemsIn, read } from './support.ts';

test.each([
  ['a: "s3:Get', { a: 's3:Get' }, ['unclosed-quote: "s3:Get']],
  ["a: 's3:Get", { a: 's3:Get' }, ["unclosed-quote: 's3:Get"]],
  ['a:\n  - "s3:Get\n  - b\nc: 1\n', { a: ['s3:Get', 'b'], c: 1 }, ['unclosed-quote: "s3:Get']],
  ['a:\n  b: "s3:Get\n  c: "d"\n', { a: { b: 's3:Get', c: 'd' } }, ['unclosed-quote: "s3:Get']],
  ['a:\n  - s3:\n', { a: [{ s3: undefined }] }, []],
  ['a: 1\nb', { a: 1, b: undefined }, ['missing-colon: b']],
  ['a:\n  x: 1\n  y\n  z: 2\n', { a: { x: 1, y: undefined, z: 2 } }, ['missing-colon: y']],
  ['a: [x, y\nb: 1\n', { a: ['x', 'y'], b: 1 }, ['bad-indent: ']],
  ['a: {x: 1, y\nb: 1\n', { a: { x: 1, y: undefined }, b: 1 }, ['bad-indent: ']],
  ['a: *\nb: 1\n', { a: '*', b: 1 }, ['bad-alias: *']],
  ['a: !Sub\nb: !\n', { a: ['!Sub', ''], b: '' }, []],
  ['a: b: c\n', { a: { b: 'c' } }, ['nested-on-one-line: b']],
])('YAML %j still has a tree', (text, value, problems) => {
  expect(read(text, 'yaml')).toEqual(value);
  expect(problemsIn(text, 'yaml').map((problem) => problem.replace(/\n$/, ''))).toEqual(problems);
});

test('a stray word between resources costs none of them', () => {
  const text = 'Resources:\n  A:\n    Type: X\nMy\n  B:\n    Type: Y\n';
  expect(read(text)).toEqual({ Resources: { A: { Type: 'X' }, B: { Type: 'Y' } } });
  expect(problemsIn(text)).toEqual(['unexpected-text: My']);
});

test.each([
  ['{', {}, ['unclosed-bracket: {']],
  ['{"a"', { a: undefined }, ['missing-colon: "a"', 'unclosed-bracket: {']],
  ['{"a":', { a: undefined }, ['missing-value: "a":', 'unclosed-bracket: {']],
  ['{"a": }', { a: undefined }, ['missing-value: "a":']],
  ['{"a": "b', { a: 'b' }, ['unclosed-quote: "b', 'unclosed-bracket: {']],
  ['{"a": "b\n "c": 1}', { a: 'b', c: 1 }, ['unclosed-quote: "b', 'missing-comma: "c"']],
  ['{"a": 1 "b": 2}', { a: 1, b: 2 }, ['missing-comma: "b"']],
  ['{"a":\n "b": 2}', { a: undefined, b: 2 }, ['missing-comma: "b"', 'missing-value: "a":']],
  ['{"a": 1,}', { a: 1 }, ['trailing-comma: ,']],
  ['{"a": [1, 2,], "b": 3}', { a: [1, 2], b: 3 }, ['trailing-comma: ,']],
  ['{"a": [1, 2\n "b": 3}', { a: [1, 2], b: 3 }, ['unclosed-bracket: [', 'missing-comma: "b"']],
  ['[1, "b": 3]', [1, 'b', 3], ['missing-comma: :', 'unexpected-text: :', 'missing-comma: 3']],
  ['{"a": tru, b: 1}', { a: 'tru', b: 1 }, ['unquoted-text: tru', 'unquoted-key: b']],
  ['{"a": 1, // why\n "b": /* x */ 2}', { a: 1, b: 2 }, ['json-comment: // why', 'json-comment: /* x */']],
  ['{"a": {"b": 1}, "c": [}', { a: { b: 1 }, c: [] }, ['unclosed-bracket: [']],
  ['{"a": 1}}', { a: 1 }, ['unexpected-text: }']],
])('JSON %j still has a tree', (text, value, problems) => {
  expect(read(text, 'json')).toEqual(value);
  expect([...problemsIn(text, 'json')].sort()).toEqual([...problems].sort());
});

test('both entries of a repeated key stay', () => {
  expect(problemsIn('a: 1\nb: 2\na: 3\n')).toEqual(['duplicate-key: a']);
  expect(problemsIn('R:\n  A:\n    x: 1\n    x: 2\n  A: 3\n')).toEqual(['duplicate-key: x', 'duplicate-key: A']);
  expect(problemsIn('{"a": 1, "b": {"c": 1, "c": 2}, "a": 3}')).toEqual(['duplicate-key: "c"', 'duplicate-key: "a"']);
  expect(problemsIn('a: {b: 1, b: 2}')).toEqual(['duplicate-key: b']);
});

test('brackets and quotes may be indented less than their key', () => {
  const brackets = 'R:\n  F:\n    Vpc: !If [Use, {\n      Ids: !Ref Ids # all\n    }, !Ref AWS::NoValue]\n    Next: 1\n';
  expect(problemsIn(brackets)).toEqual([]);
  expect(read(brackets)).toEqual({
    R: { F: { Vpc: ['!If', ['Use', { Ids: ['!Ref', 'Ids'] }, ['!Ref', 'AWS::NoValue']]], Next: 1 } },
  });
  const quotes = 'R:\n  F:\n    Text: "{\n      \\"a\\": 1\n    }"\n    Next: 1\n';
  expect(problemsIn(quotes)).toEqual([]);
  expect(read(quotes)).toEqual({ R: { F: { Text: '{ "a": 1 }', Next: 1 } } });
});

test('only the first of several documents is read', () => {
  expect(read('---\na: 1\n---\nb: 2\n')).toEqual({ a: 1 });
  expect(problemsIn('---\na: 1\n---\nb: 2\n')).toEqual(['several-documents: ---']);
});
