import { expect, test } from 'vitest';
import { nodeAt, parse, sourceText } from '../../server/src/syntax/index.ts';
import type { LanguageId } from '../../server/src/text/sourceText.ts';
import { outline } from './support.ts';

const N = 20_000;

const BROKEN: readonly (readonly [name: string, text: string])[] = [
  ['nothing', ''],
  ['a byte order mark', '\uFEFF'],
  ['comments only', '# a\n\n# b'],
  ['line breaks', '\n'.repeat(500_000)],
  ['control characters', '\0\0a: \0\n\x02\x18\x1f: \x1f\n'],
  ['lone surrogates', 'a: "\ud800"\n\udc00: \ud800'],
  ['lone surrogates in JSON', '{"a": "\ud800\\udc00\\ud800"}'],
  ['open brackets', '['.repeat(N)],
  ['open brackets in a resource', `Resources:\n  A: ${'['.repeat(N)}`],
  ['balanced brackets', '['.repeat(N) + ']'.repeat(N)],
  ['open braces', '{'.repeat(N)],
  ['open members', '{"a":'.repeat(N)],
  ['open YAML members', '{a: '.repeat(N)],
  ['an open quote in an open bracket', 'Resources:\n [ Table:\n   -  Type: "erless\n     Next: 1\n'],
  ['dashes', '- '.repeat(N)],
  ['question marks', '? '.repeat(N)],
  ['keys', 'a: '.repeat(N)],
  ['closing brackets', ']'.repeat(N)],
  ['mismatched brackets', '[}'.repeat(N)],
  ['open quotes', '"\n'.repeat(5000)],
  ['open single quotes', "a: '\n".repeat(500)],
  ['anchors', '&a '.repeat(N)],
  ['tags', '!a '.repeat(N)],
  ['stars', '- *a\n'.repeat(N)],
  ['documents', '---\n'.repeat(N)],
  ['tabs', `${'\t'.repeat(N)}a: b`],
  ['commas', `[${','.repeat(N)}`],
  ['words', `[${'a b '.repeat(N)}`],
  ['a long line', `a: ${'x'.repeat(5_000_000)}`],
  ['a long quoted line', `a: "${'\\u0041'.repeat(200_000)}"`],
  ['a staircase', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
];

const LANGUAGES: readonly LanguageId[] = ['yaml', 'json'];

test.each(LANGUAGES.flatMap((language) => BROKEN.map(([name, text]) => [name, language, text] as const)))(
  '%s as %s has a tree that can be walked, and spans inside the text',
  (_, language, text) => {
    const { value, problems } = parse(sourceText('u', text, 0, language));
    expect(() => outline(value.root)).not.toThrow();
    nodeAt(value, text.length);
    const outside = problems.filter(({ span }) => span.start < 0 || span.end < span.start || span.end > text.length);
    expect(outside).toEqual([]);
    expect(value.root?.outerSpan.end ?? 0).toBeLessThanOrEqual(text.length);
  },
);

test.each(LANGUAGES)('nesting without end is a problem in %s', (language) => {
  const { problems } = parse(sourceText('u', '['.repeat(N), 0, language));
  expect(problems.filter(({ code }) => code === 'too-deep').length).toBe(1);
});

test('a file of five megabytes is read', () => {
  const resource = (i: number) =>
    `  R${i}:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: ${'x'.repeat(1000)}\n`;
  const text = `Resources:\n${Array.from({ length: 5000 }, (_, i) => resource(i)).join('')}`;
  const { value, problems } = parse(sourceText('u', text));
  expect(text.length).toBeGreaterThan(5_000_000);
  expect(problems).toEqual([]);
  expect(nodeAt(value, text.length - 2)?.kind).toBe('scalar');
});
