import { expect, test } from 'vitest';
import { entryOf, parse, sourceText } from '../../../server/src/syntax/index.ts';
import { removeEntries } from '../../../server/src/syntax/write/index.ts';
import { applyEdits, areCompatible } from '../../../server/src/text/edit.ts';

function without(text: string, ...keys: readonly string[]): string {
  const languageId = text.startsWith('{\n') ? 'json' : 'yaml';
  const tree = parse(sourceText(`file:///a.${languageId}`, text, 0, languageId)).value;
  const { root } = tree;
  if (root?.kind !== 'mapping') throw new Error('no mapping');
  const edits = removeEntries(
    tree,
    root,
    keys.flatMap((key) => entryOf(root, key) ?? []),
  );
  expect(areCompatible(text, edits)).toBe(true);
  return applyEdits(text, edits);
}

const YAML = 'a: 1\n\nb:\n  - 2\n\nc: 3\nd: 4\n';
const JSON_TEXT = '{\n  "a": 1,\n  "b": 2,\n  "c": 3,\n  "d": 4\n}\n';

test.each([
  [['c', 'd'], 'a: 1\n\nb:\n  - 2\n'],
  [['b', 'c'], 'a: 1\n\nd: 4\n'],
  [['d', 'b'], 'a: 1\n\nc: 3\n'],
  [['a', 'b', 'c', 'd'], '{}\n'],
])('of a block without %j', (keys, left) => {
  expect(without(YAML, ...keys)).toBe(left);
});

test.each([
  [['c', 'd'], '{\n  "a": 1,\n  "b": 2\n}\n'],
  [['a', 'b'], '{\n  "c": 3,\n  "d": 4\n}\n'],
  [['b', 'd'], '{\n  "a": 1,\n  "c": 3\n}\n'],
  [['a', 'b', 'c', 'd'], '{}\n'],
])('of JSON without %j', (keys, left) => {
  expect(without(JSON_TEXT, ...keys)).toBe(left);
});

test('of braces on one line', () => {
  expect(without('{ a: 1, b: 2, c: 3 }\n', 'b', 'c')).toBe('{ a: 1 }\n');
  expect(without('{ a: 1, b: 2, c: 3 }\n', 'a', 'b')).toBe('{ c: 3 }\n');
});
