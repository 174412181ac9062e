import { expect, test } from 'vitest';
import { isExcluded, parseIgnorePatterns } from '../../server/src/configuration/ignorePatterns.ts';

const excludes = (patterns: string, path: string): boolean => {
  const isFolder = path.endsWith('/');
  return isExcluded(parseIgnorePatterns(patterns), isFolder ? path.slice(0, -1) : path, isFolder) ?? false;
};

test.each<[pattern: string, excluded: readonly string[], kept: readonly string[]]>([
  ['a.yaml', ['a.yaml', 'x/a.yaml', 'x/y/a.yaml'], ['ba.yaml', 'a.yaml2', 'a.yaml/x']],
  ['/a.yaml', ['a.yaml'], ['x/a.yaml']],
  ['x/a.yaml', ['x/a.yaml'], ['y/x/a.yaml']],
  ['build/', ['build/', 'x/build/'], ['build', 'x/build']],
  ['*.yaml', ['a.yaml', '.yaml', 'x/a.yaml'], ['a.yml']],
  ['x/*', ['x/a', 'x/b/'], ['x/b/c']],
  ['**/a', ['a', 'x/a', 'x/y/a'], ['xa']],
  ['x/**', ['x/a', 'x/b/c'], ['x/', 'y/x/a']],
  ['x/**/a', ['x/a', 'x/y/a', 'x/y/z/a'], ['a', 'xa']],
  ['x**/a', ['x/a', 'xy/a'], ['x/y/a']],
  ['a?c', ['abc'], ['ac', 'a/c']],
  ['[ab].yaml', ['a.yaml', 'b.yaml'], ['c.yaml']],
  ['[!ab].yaml', ['c.yaml'], ['a.yaml']],
  ['[^a-c]', ['d'], ['b']],
  ['a[[:digit:]]', ['a1'], ['ab']],
  ['a[]]', ['a]'], ['a']],
  ['a\\*', ['a*'], ['ab']],
  ['\\#a', ['#a'], ['a']],
  ['\\!a', ['!a'], ['a']],
  ['# a', [], ['# a', 'a']],
  ['a   ', ['a'], ['a   ']],
  ['a\\ ', ['a '], ['a']],
  ['a.b(c)', ['a.b(c)'], ['axb(c)']],
  ['a\r\nb\r\n', ['a', 'b'], ['a\r', 'c']],
  ['a\\', [], ['a', 'a\\']],
  ['[', [], ['a']],
  ['/', [], ['a', 'a/']],
])('%j', (pattern, excluded, kept) => {
  expect([...excluded, ...kept].filter((path) => excludes(pattern, path))).toEqual(excluded);
});

test('the last pattern that matches decides', () => {
  expect(excludes('*.yaml\n!a.yaml', 'a.yaml')).toBe(false);
  expect(excludes('!a.yaml\n*.yaml', 'a.yaml')).toBe(true);
  expect(isExcluded(parseIgnorePatterns('*.yaml\n!a.yaml'), 'a.yaml', false)).toBe(false);
  expect(isExcluded(parseIgnorePatterns('*.yaml'), 'a.json', false)).toBeUndefined();
});

test.each<[pattern: string, excluded: readonly string[], kept: readonly string[]]>([
  ['[z-a]', [], ['z', 'a', 'm']],
  ['[a-', [], ['a', '-']],
  ['[[:nothing:]]', [], ['a', ':']],
  ['[]', [], ['[', ']']],
  ['[\\]-a]', ['a', ']', '^'], ['b']],
  ['a\\', [], ['a', 'a\\']],
  ['x/**/**/a', ['x/a', 'x/y/z/a'], ['a']],
  ['**', ['a', 'x/a'], []],
  ['?.yaml', ['𝔸.yaml', 'a.yaml'], ['ab.yaml', '.yaml']],
  ['a*b*c', ['abc', 'axbybc'], ['acb', 'abcd']],
])('odd patterns have a meaning: %j', (pattern, excluded, kept) => {
  expect([...excluded, ...kept].filter((path) => excludes(pattern, path))).toEqual(excluded);
});

test('many stars take no longer than few', () => {
  const names = 'a'.repeat(250);
  const started = performance.now();
  expect(excludes(`${'*a'.repeat(60)}b`, names)).toBe(false);
  expect(excludes(`${'**/'.repeat(60)}x`, Array.from({ length: 100 }, () => 'a').join('/'))).toBe(false);
  expect(performance.now() - started).toBeLessThan(1_000);
});
