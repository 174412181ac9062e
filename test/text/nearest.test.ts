import { expect, test } from 'vitest';
import { nearest } from '../../server/src/text/nearest.ts';

const NAMES = ['Allow', 'Deny', 'Principal'];

test.each([
  ['allow', 'Allow'],
  ['Principle', 'Principal'],
  ['Dney', 'Deny'],
  ['Resource', undefined],
])('%s means %s', (written, meant) => {
  expect(nearest(written, NAMES, () => 2)).toBe(meant);
});

test('a name may be given less room for slips than another', () => {
  expect(nearest('Dney', NAMES, (name) => (name.length > 4 ? 2 : 0))).toBeUndefined();
});

test('the first of equally near names wins', () => {
  expect(nearest('b', ['a', 'c'], () => 1)).toBe('a');
});
