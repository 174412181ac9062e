import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childAt } from '../../server/src/syntax/index.ts';
import { characters, scalarAt, tree } from './support.ts';

/** The source characters of the piece of the scalar under `a` whose decoded text is `part`. */
function sourceOf(text: string, part: string): string {
  const scalar = scalarAt(text, 'a');
  const from = scalar.text.indexOf(part);
  expect(from).toBeGreaterThanOrEqual(0);
  return characters(text, scalar.spanOf(from, from + part.length));
}

test.each([
  ['a: s3:GetObject', 'Get', 'Get'],
  ['a: one\n  two\n\n  three', 'one two', 'one\n  two'],
  ['a: one\n  two\n\n  three', '\nthree', '\n\n  three'],
  ["a: 'it''s here'", "t's", "t''s"],
  ["a: 'it''s here'", 'here', 'here'],
  ["a: 'one \n  two'", 'e t', 'e \n  t'],
  ['a: "x\\u0041y"', 'A', '\\u0041'],
  ['a: "x\\x41y"', 'Ay', '\\x41y'],
  ['a: "x\\U0001F600y"', '\ude00y', '\\U0001F600y'],
  ['a: "x\\ny"', '\ny', '\\ny'],
  ['a: "one\\\n  two"', 'two', 'two'],
  ['a: "one  \n  two"', 'e t', 'e  \n  t'],
  ['a: "one\n\n\n  two"', '\n\ntwo', '\n\n\n  two'],
  ['a: |\n  one\n   two\n', ' two', ' two'],
  ['a: |\n  one\n  two\n', 'ne\ntw', 'ne\n  tw'],
  ['a: |2-\n    one\n', '  one', '  one'],
  ['a: |\r\n  one\r\n  two\r\n', 'two', 'two'],
  ['a: >\n  one\n  two\n\n  three\n', 'one two', 'one\n  two'],
  ['a: >\n  one\n    more\n  two\n', 'more', 'more'],
  ['a: >\n\n  one\n', 'one', 'one'],
  ['{"a": "x\\u0041\\\\y"}', 'A\\y', '\\u0041\\\\y'],
  ['{"a": "x\\ud83d\\ude00y"}', '\ud83d', '\\ud83d'],
  ['{"a": "x\\ud83d\\ude00y"}', 'y', 'y'],
  ['{"a": "😀y"}', 'y', 'y'],
  ['{"a": "arn:\\/x"}', '/x', '\\/x'],
  ['a: "unclosed text', 'text', 'text'],
])('in %j, %j is written %j', (text, part, written) => {
  expect(sourceOf(text, part)).toBe(written);
});

test('out-of-range pieces are clamped, and an empty piece is an empty span', () => {
  const scalar = scalarAt('a: "bc"', 'a');
  expect([scalar.spanOf(-5, 99), scalar.spanOf(1, 1), scalar.spanOf(2, 2), scalar.spanOf(2, 1)]).toEqual([
    { start: 4, end: 6 },
    { start: 5, end: 5 },
    { start: 6, end: 6 },
    { start: 6, end: 6 },
  ]);
  expect(scalarAt('a: ""', 'a').spanOf(0, 0)).toEqual({ start: 4, end: 4 });
});

test('spanOf works without its node', () => {
  const { spanOf } = scalarAt('a: bc', 'a');
  expect(spanOf(1, 2)).toEqual({ start: 4, end: 5 });
});

test('nodes end where their last character stands', () => {
  const text = 'a:\n  b: |\n    one\n\n\nc:\n  - d # why\n# why\ne: {f: g} # why\n';
  const { root } = tree(text);
  const written = (...path: string[]) => {
    const node = childAt(root, ...path);
    return node && characters(text, node.span);
  };
  expect([written('a'), written('a', 'b'), written('c'), written('e')]).toEqual(['b: |\n    one', '|\n    one', '- d', '{f: g}']);
  expect(root && characters(text, root.span)).toBe(text.slice(0, text.indexOf(' # why\n', 40)));
});

test('an entry reaches from its key to its value', () => {
  const text = 'a: !Sub x # y\nb:\nc';
  const { root } = tree(text);
  expect(root?.kind === 'mapping' && root.entries.map(({ span }) => characters(text, span))).toEqual(['a: !Sub x', 'b:', 'c']);
});

const words = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6}){0,8}$/);

test('the pieces of any JSON string decode to themselves', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(30), fc.nat(10), (string, from, length) => {
      const text = JSON.stringify({ a: string });
      const scalar = scalarAt(text, 'a');
      const piece = characters(text, scalar.spanOf(from, from + length));
      expect(scalar.text).toBe(string);
      expect(JSON.parse(`"${piece}"`)).toBe(string.slice(from, from + length));
    }),
  );
});

test('the words of a folded text stand where they are written', () => {
  fc.assert(
    fc.property(words, fc.constantFrom('plain', '"', "'", '>'), fc.array(fc.nat(3), { maxLength: 9 }), (text, style, gaps) => {
      const body = text.split(' ').reduce((line, word, i) => line + [' ', '\n  ', '\n\n  ', '\r\n  '][gaps[i] ?? 0] + word);
      const quote = style === 'plain' || style === '>' ? '' : style;
      const source = style === '>' ? `a: >\n  ${body}\nb: 1\n` : `a: ${quote}${body}${quote}\nb: 1\n`;
      const scalar = scalarAt(source, 'a');
      for (const found of scalar.text.matchAll(/[a-z]+/g)) {
        expect(characters(source, scalar.spanOf(found.index, found.index + found[0].length))).toBe(found[0]);
      }
      expect(scalar.text.split(/\s+/).filter((word) => word)).toEqual(text.split(' '));
    }),
  );
});
