import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeBetween } from '../../server/src/text/change.ts';
import { keepLines, lineIndexOf } from '../../server/src/text/lineIndex.ts';
import type { SourceText } from '../../server/src/text/sourceText.ts';

test.each([
  ['abc', 'abXc', { start: 2, endBefore: 2, endAfter: 3 }],
  ['abc', 'ac', { start: 1, endBefore: 2, endAfter: 1 }],
  ['abc', 'abc', { start: 3, endBefore: 3, endAfter: 3 }],
  ['', 'abc', { start: 0, endBefore: 0, endAfter: 3 }],
  ['aaa', 'aaaa', { start: 3, endBefore: 3, endAfter: 4 }],
])('between %j and %j', (before, after, change) => {
  expect(changeBetween(before, after)).toEqual(change);
});

/** Texts of few characters, in which much is alike. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n'), maxLength: 40 });

/** A text of the length of a template around an edit. */
const edited = fc.tuple(fc.nat(20_000), text, text, fc.nat(20_000)).map(([front, before, after, back]) => {
  const [start, end] = ['ab\n'.repeat(front / 3), 'a\r\nb'.repeat(back / 4)];
  return [`${start}${before}${end}`, `${start}${after}${end}`] as const;
});

test('what is before and behind a change is the same', () => {
  fc.assert(
    fc.property(edited, ([before, after]) => {
      const { start, endBefore, endAfter } = changeBetween(before, after);
      expect(before.slice(0, start) + after.slice(start, endAfter) + before.slice(endBefore)).toBe(after);
    }),
    { numRuns: 200 },
  );
});

const source = (text: string, version: number): SourceText => ({ uri: 'file:///t.yaml', languageId: 'yaml', version, text });

test('lines that are kept are those that would be found', () => {
  fc.assert(
    fc.property(fc.oneof(edited, fc.tuple(text, text)), ([before, after]) => {
      const [old, now, fresh] = [source(before, 1), source(after, 2), source(after, 2)];
      expect(lineIndexOf(old).lineCount).toBeGreaterThan(0);
      keepLines(old, now, changeBetween(before, after));
      const [kept, found] = [lineIndexOf(now), lineIndexOf(fresh)];
      expect(kept.lineCount).toBe(found.lineCount);
      const lines = Array.from({ length: found.lineCount }, (_, line) => line);
      expect(lines.map(kept.lineSpan)).toEqual(lines.map(found.lineSpan));
    }),
    { numRuns: 200 },
  );
});
