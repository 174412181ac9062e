import { expect, test } from 'vitest';
import { entryAt, nodeAt } from '../../server/src/syntax/index.ts';
import { pathOf, tree } from './support.ts';

/** What is at the `|` of the text: the kind and the path of the node. */
function at(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const document = tree(marked.replace('|', ''));
  const node = nodeAt(document, offset);
  return node && `${node.kind} ${pathOf(document, node).join('.')}`;
}

test.each([
  ['a: b|c', 'scalar a'],
  ['a: bc|\nd: e', 'scalar a'],
  ['a: !S|ub bc', 'scalar a'],
  ['a:\n  - b\n  - c|', 'scalar a.1'],
  ['a:\n  - |\n  - c', 'scalar a.0'],
  ['a: [b, |c]', 'scalar a.1'],
  ['a: [b,| c]', 'sequence a'],
  ['a: {b: 1 |}', 'mapping a'],
  ['{"a": {"b": "c|"}}', 'scalar a.b'],
  ['{"a": [1,|]}', 'sequence a'],
  ['a: 1\n\n|\nb: 2\n', 'mapping '],
  ['a: 1 # x|\n', undefined],
  ['|', undefined],
])('at %j', (marked, expected) => {
  expect(at(marked)).toBe(expected);
});

test('the entry at its key', () => {
  const { root } = tree('a: 1\nb: 2\n');
  const document = tree('a: 1\nbc: 2\n');
  expect(root?.kind).toBe('mapping');
  expect(entryAt(document, 6)?.value?.span).toEqual({ start: 9, end: 10 });
  expect(entryAt(document, 9)).toBeUndefined();
});

test('pathOf a node leads back to it', () => {
  const document = tree('Resources:\n  Fn:\n    Policies:\n      - x\n');
  const node = nodeAt(document, document.source.text.indexOf('x'));
  expect(node && pathOf(document, node)).toEqual(['Resources', 'Fn', 'Policies', '0']);
});
