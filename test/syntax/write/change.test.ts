import { expect, test } from 'vitest';
import {
  type Draft,
  getAtt,
  mapping,
  removeEntry,
  removeItem,
  renameKey,
  replaceText,
  replaceValue,
  setEntry,
} from '../../../server/src/syntax/write/index.ts';
import { edited, mappingAt, nodeOf, sequenceAt } from './support.ts';

/** Removes what stands at the end of the path. */
function without(text: string, path: string, member: string | number): string {
  return edited(text, (tree) => {
    if (typeof member === 'number') {
      const list = sequenceAt(tree, path);
      return removeItem(tree, list, nodeOf(tree, path === '' ? String(member) : `${path}.${member}`));
    }
    const parent = mappingAt(tree, path);
    const entry = parent.entries.find(({ key }) => key.text === member);
    if (!entry) throw new Error(`No ${member}`);
    return removeEntry(tree, parent, entry);
  });
}

test.each([
  ['the first', 'A: 1\nB: 2\n', '', 'A', 'B: 2\n'],
  ['the last', 'A: 1\nB: 2\n', '', 'B', 'A: 1\n'],
  ['the last, without a line break behind it', 'A: 1\nB: 2', '', 'B', 'A: 1'],
  ['one with lines and comments', 'A: 1\n# about B\nB:\n  C: 1 # why\nD: 1\n', '', 'B', 'A: 1\nD: 1\n'],
  ['one among empty lines', 'R:\n  A: 1\n\n  B: 2\n\n  C: 3\n', 'R', 'B', 'R:\n  A: 1\n\n  C: 3\n'],
  ['the last among empty lines', 'R:\n  A: 1\n\n  B: 2\n\nO: 3\n', 'R', 'B', 'R:\n  A: 1\n\nO: 3\n'],
  ['a comment further up stays', '# head\n\nA: 1\nB: 2\n', '', 'A', '# head\n\nB: 2\n'],
  ['the only one', 'R:\n  A: 1\nO: 3\n', 'R', 'A', 'R: {}\nO: 3\n'],
  ['the only one, with a comment behind the key', 'R: # why\n  A: 1\nO: 3\n', 'R', 'A', 'R: {} # why\nO: 3\n'],
  ['the only one of the document', 'A: 1\n', '', 'A', '{}\n'],
  ['behind a dash', '- A: 1\n  B: 2\n', '0', 'A', '- B: 2\n'],
  ['an item', 'L:\n  - a\n  # about b\n  - b\n  - c\n', 'L', 1, 'L:\n  - a\n  - c\n'],
  ['the only item', 'L:\n  - a\n', 'L', 0, 'L: []\n'],
  ['an alias', 'A: &x 1\nL:\n  - *x\n  - b\n', 'L', 0, 'A: &x 1\nL:\n  - b\n'],
  ['in braces', 'A: { B: 1, C: 2, D: 3 }\n', 'A', 'C', 'A: { B: 1, D: 3 }\n'],
  ['the first in braces', 'A: { B: 1, C: 2 }\n', 'A', 'B', 'A: { C: 2 }\n'],
  ['the last in braces', 'A: { B: 1, C: 2 }\n', 'A', 'C', 'A: { B: 1 }\n'],
  ['the only one in braces', 'A: { B: 1 }\n', 'A', 'B', 'A: {}\n'],
  ['in brackets', 'A: [a, b]\n', 'A', 1, 'A: [a]\n'],
  ['JSON', '{\n  "A": 1,\n  "B": 2,\n  "C": 3\n}\n', '', 'B', '{\n  "A": 1,\n  "C": 3\n}\n'],
  ['the last in JSON', '{\n  "A": 1,\n  "B": 2\n}\n', '', 'B', '{\n  "A": 1\n}\n'],
  ['the only one in JSON', '{\n  "A": {\n    "B": 1\n  }\n}\n', 'A', 'B', '{\n  "A": {}\n}\n'],
  ['JSON with comments', '{\n  "A": 1, // a\n  // about B\n  "B": 2 // b\n}\n', '', 'B', '{\n  "A": 1 // a\n}\n'],
  ['JSON with a trailing comma', '{\n  "A": 1,\n  "B": 2,\n}\n', '', 'B', '{\n  "A": 1,\n}\n'],
  ['one line of JSON', '{"A":1,"B":2}', '', 'A', '{"B":2}'],
])('what is removed takes its lines, comments and comma along: %s', (_, before, path, member, after) => {
  expect(without(before, path, member)).toBe(after);
});

const replacedAt = (text: string, path: string, value: Draft): string =>
  edited(text, (tree) => replaceValue(tree, nodeOf(tree, path), value));

test.each([
  ['a scalar by a scalar', 'A: b # why\n', 'A', 'c', 'A: c # why\n'],
  ['a call with its tag', 'A: !Sub b\n', 'A', getAtt('Q', 'Arn'), 'A: !GetAtt Q.Arn\n'],
  ['a scalar by a mapping', 'A:\n  B: c\nD: 1\n', 'A.B', mapping({ X: 1 }), 'A:\n  B:\n    X: 1\nD: 1\n'],
  ['a mapping by a scalar', 'A: # why\n  B: c\n  C: d\nD: 1\n', 'A', 'x', 'A: x # why\nD: 1\n'],
  ['a mapping by a mapping', 'A: # why\n  B: c\nD: 1\n', 'A', mapping({ X: 1 }), 'A: # why\n  X: 1\nD: 1\n'],
  ['an item', 'A:\n  - b\n  - c\n', 'A.0', mapping({ X: 1, Z: 2 }), 'A:\n  - X: 1\n    Z: 2\n  - c\n'],
  ['an anchor stays', 'A: &x b\n', 'A', 'c', 'A: &x c\n'],
  ['an item in brackets', 'A: [b, c]\n', 'A.1', mapping({ X: 1 }), 'A: [b, { X: 1 }]\n'],
  ['JSON', '{\n  "A": "b"\n}', 'A', mapping({ X: 1 }), '{\n  "A": {\n    "X": 1\n  }\n}'],
  ['the whole document', 'A: b\n', '', mapping({ X: 1 }), 'X: 1\n'],
])('a value takes the place of another: %s', (_, before, path, value, after) => {
  expect(replacedAt(before, path, value)).toBe(after);
});

test('a value is set whether the key is there or not', () => {
  const set = (text: string): string => edited(text, (tree) => setEntry(tree, mappingAt(tree, 'R'), 'A', mapping({ X: 1 })));
  expect(set('R:\n  A: 1\n')).toBe('R:\n  A:\n    X: 1\n');
  expect(set('R:\n  A: # why\n  B: 1\n')).toBe('R:\n  A: # why\n    X: 1\n  B: 1\n');
  expect(set('R:\n  B: 1\n')).toBe('R:\n  B: 1\n  A:\n    X: 1\n');
});

test('a merged entry is not changed where it stands, but written anew', () => {
  const text = 'Z: &z\n  A: 1\nR:\n  <<: *z\n  B: 1\n';
  expect(edited(text, (tree) => setEntry(tree, mappingAt(tree, 'R'), 'A', 2))).toBe(`${text}  A: 2\n`);
});

test.each([
  ['plain', 'A: s3:GetObjekt\n', 's3:GetObjekt', 'Objekt', 'Object', 'A: s3:GetObject\n'],
  ['plain, not any more', 'A: s3:Get\n', 's3:Get', 's3:Get', '*', "A: '*'\n"],
  ['plain that would be a number', 'A: x1\n', 'x1', 'x', '1', "A: '11'\n"],
  ['plain in brackets', 'A: [ab]\n', 'ab', 'b', '{', "A: ['a{']\n"],
  ['single quotes', "A: 'a''b'\n", "a'b", 'b', "c'", "A: 'a''c'''\n"],
  ['double quotes', 'A: "a\\tb"\n', 'a\tb', 'b', '"', 'A: "a\\t\\""\n'],
  ['lines of text', 'A: |\n  one\n  two\n', 'one\ntwo\n', 'two', 'three', 'A: |\n  one\n  three\n'],
  ['JSON', '{"A": "s3:Get\\u0041"}', 's3:GetA', 'GetA', 'Put', '{"A": "s3:Put"}'],
])('a piece of text is replaced inside its quotes: %s', (_, before, decoded, piece, by, after) => {
  const result = edited(before, (tree) => {
    const scalar = before.includes('[') ? nodeOf(tree, 'A.0') : nodeOf(tree, 'A');
    if (scalar.kind !== 'scalar') throw new Error('No scalar');
    expect(scalar.text).toBe(decoded);
    const from = decoded.indexOf(piece);
    return replaceText(scalar, from, from + piece.length, by);
  });
  expect(result).toBe(after);
});

test('a key is renamed in its own quotes', () => {
  const renamed = (text: string, to: string): string =>
    edited(text, (tree) => {
      const [entry] = mappingAt(tree, '').entries;
      if (!entry) throw new Error('No entry');
      return renameKey(entry, to);
    });
  expect(renamed('A: 1\n', 'B')).toBe('B: 1\n');
  expect(renamed("'A': 1\n", 'B')).toBe("'B': 1\n");
  expect(renamed('A: 1\n', 'b: c')).toBe("'b: c': 1\n");
  expect(renamed('{"A": 1}', 'B')).toBe('{"B": 1}');
});
