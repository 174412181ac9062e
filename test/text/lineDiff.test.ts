import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { lineChanges, splitLines } from '../../server/src/text/lineDiff.ts';

const lines = array(constantFrom('a', 'b', 'c'), { maxLength: 12 });

function applied(before: readonly string[], after: readonly string[]): readonly string[] {
  const result = [...before];
  for (const change of lineChanges(before, after).toReversed()) {
    result.splice(
      change.before.start,
      change.before.end - change.before.start,
      ...after.slice(change.after.start, change.after.end),
    );
  }
  return result;
}

/** The length of the longest common subsequence, by the textbook. */
function common(left: readonly string[], right: readonly string[]): number {
  const [a, ...as] = left;
  const [b, ...bs] = right;
  if (a === undefined || b === undefined) return 0;
  return a === b ? 1 + common(as, bs) : Math.max(common(as, right), common(left, bs));
}

test('the changes lead from one text to the other', () => {
  assert(
    property(lines, lines, (before, after) => {
      expect(applied(before, after)).toEqual(after);
    }),
  );
});

test('there are as few changed lines as can be', () => {
  const short = array(constantFrom('a', 'b', 'c'), { maxLength: 7 });
  assert(
    property(short, short, (before, after) => {
      const size = lineChanges(before, after).reduce(
        (sum, change) => sum + change.before.end - change.before.start + change.after.end - change.after.start,
        0,
      );
      expect(size).toBe(before.length + after.length - 2 * common(before, after));
    }),
  );
});

test('neighbouring changes are one', () => {
  expect(lineChanges(['a', 'b', 'c', 'd'], ['a', 'x', 'y', 'd', 'e'])).toEqual([
    { before: { start: 1, end: 3 }, after: { start: 1, end: 3 } },
    { before: { start: 4, end: 4 }, after: { start: 4, end: 5 } },
  ]);
});

test('texts that have little in common are told apart by one change', () => {
  const before = Array.from({ length: 5_000 }, (_, i) => `a${i}`);
  const after = Array.from({ length: 5_000 }, (_, i) => `b${i}`);
  expect(lineChanges(before, after)).toEqual([{ before: { start: 0, end: 5_000 }, after: { start: 0, end: 5_000 } }]);
});

test('lines keep their ends', () => {
  expect(splitLines('a\r\nb\n\nc\rd')).toEqual(['a\r\n', 'b\n', '\n', 'c\r', 'd']);
  expect(splitLines('')).toEqual([]);
});
