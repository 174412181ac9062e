import { expect, test } from 'vitest';
import { type Arranged, arrangeItems } from '../../../server/src/syntax/write/index.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import type { LanguageId } from '../../../server/src/text/sourceText.ts';
import { problemsOf, sequenceAt, treeOf } from './support.ts';

/** The text after the list under `L` has been given items: by their index, with another text, or new. */
function arranged(text: string, order: readonly (number | string | readonly [number, string])[], languageId?: LanguageId) {
  const tree = treeOf(text, languageId);
  const list = sequenceAt(tree, 'L');
  const itemAt = (index: number) => list.items[index] ?? list;
  const items = order.map((each): Arranged => {
    if (typeof each === 'string') return { draft: each };
    return typeof each === 'number' ? { item: itemAt(each) } : { item: itemAt(each[0]), text: each[1] };
  });
  const edit = arrangeItems(tree, list, items);
  if (!edit) return undefined;
  const after = applyEdits(text, [edit]);
  expect(problemsOf(after, languageId)).toEqual(problemsOf(text, languageId));
  return after;
}

test.each<[string, string, readonly (number | string | readonly [number, string])[], string, LanguageId?]>([
  ['lines change places', 'L:\n  - a\n  - b\nO: 1\n', [1, 0], 'L:\n  - b\n  - a\nO: 1\n'],
  ['with their comments', 'L:\n  - a # 1\n  # two\n  - b\n', [1, 0], 'L:\n  # two\n  - b\n  - a # 1\n'],
  ['without a line break at the end', 'L:\n- a\n- b', [1, 0], 'L:\n- b\n- a'],
  ['with other line breaks', 'L:\r\n  - a\r\n  - b\r\n', [1, 'c', 0], 'L:\r\n  - b\r\n  - c\r\n  - a\r\n'],
  ['over several lines each', 'L:\n  - A: 1\n    B: 2\n  - C: 3\n', [1, 0], 'L:\n  - C: 3\n  - A: 1\n    B: 2\n'],
  [
    'another text has the quotes and comments of the one before',
    "L:\n  - 'a' # 1\n",
    [[0, 'it’s'], 'c'],
    "L:\n  - 'it’s' # 1\n  - c\n",
  ],
  ['an item goes', 'L:\n  - a\n\n  - b\n  - c\n', [0, 2], 'L:\n  - a\n  - c\n'],
  ['an alias and its anchor', 'L:\n  - &x a\n  - *x\n', [0, 1, 'c'], 'L:\n  - &x a\n  - *x\n  - c\n'],
  ['in brackets', 'L: [a, !Ref B, c] # why\n', [2, 'd', 1], 'L: [c, d, !Ref B] # why\n'],
  [
    'in brackets on lines',
    '{\n  "L": [\n    "a",\n    "b"\n  ]\n}',
    [1, 0, 'c'],
    '{\n  "L": [\n    "b",\n    "a",\n    "c"\n  ]\n}',
    'json',
  ],
  ['JSON on one line', '{"L": ["a", "b"]}', [1, [0, 'q"']], '{"L": ["b", "q\\""]}', 'json'],
])('%s', (_, before, order, after, languageId) => {
  expect(arranged(before, order, languageId)).toBe(after);
});

test('what gets too wide for a line gets lines', () => {
  const long = 'x'.repeat(60);
  expect(arranged('L: [a]\n', [0, long, long])).toBe(`L:\n  - a\n  - ${long}\n  - ${long}\n`);
});

test.each<[string, string, readonly number[]]>([
  ['a comment would go with its item', 'L:\n  - a # 1\n  - b\n', [1]],
  ['a comment would go with its item of several lines', 'L:\n  - A: 1 # 1\n    B: 2\n  - b\n', [1]],
  ['a comment between belongs to nothing', 'L:\n  - a\n# about nothing\n  - b\n', [1, 0]],
  ['a comment stands in brackets', 'L: [\n  a, # 1\n  b\n]\n', [1, 0]],
  ['an anchor would go', 'L:\n  - &x a\n  - b\nO: *x\n', [1]],
  ['items share a line with something else', 'L:\n  - - a\n    - b\n', []],
])('nothing where %s', (_, text, order) => {
  expect(arranged(text, order)).toBeUndefined();
});
