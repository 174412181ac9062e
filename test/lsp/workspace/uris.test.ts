import { expect, test } from 'vitest';
import { isWithin, keyOf } from '../../../server/src/lsp/workspace/uris.ts';

test.each([
  ['file:///work/a%20b', 'file:///work/a b'],
  ['file:///work/folder/', 'file:///work/folder'],
  ['file:///c%3A/work', 'file:///C:/work'],
  ['file:///work/caf%C3%A9.yaml', 'file:///work/café.yaml'],
])('%s and %s are the same', (one, other) => {
  expect(keyOf(one)).toBe(keyOf(other));
});

test.each([
  ['file:///work/A.yaml', 'file:///work/a.yaml'],
  ['file:///work/100%.yaml', 'file:///work/100.yaml'],
])('%s and %s are not', (one, other) => {
  expect(keyOf(one)).not.toBe(keyOf(other));
});

test.each([
  ['file:///work', 'file:///work', true],
  ['file:///work/a.yaml', 'file:///work', true],
  ['file:///workshop/a.yaml', 'file:///work', false],
  ['file:///a.yaml', 'file:///', true],
])('whether %s is within %s: %s', (uri, place, expected) => {
  expect(isWithin(keyOf(uri), keyOf(place))).toBe(expected);
});
