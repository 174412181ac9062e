import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GreenRead } from '../../server/src/syntax/tree/green.ts';
import { readOrdinaryYaml } from '../../server/src/syntax/yaml/ordinary/index.ts';
import { readAnyYaml, readYaml } from '../../server/src/syntax/yaml/readYaml.ts';
import { generate } from '../bench/templates/index.ts';
import { READER, SHOP_ROLE } from '../harness/templates.ts';
import { LEFT, ORDINARY } from './ordinaryTexts.ts';
import { DOCUMENTS } from './write/documents.ts';

/** What the library makes of a text, which is what every reader has to make of it. */
function reference(text: string): GreenRead {
  const { root, problems, aliases } = readAnyYaml(text);
  return { root, problems, aliases };
}

/** The law: nothing, or what the library makes of it. */
function expectLaw(text: string): void {
  const read = readOrdinaryYaml(text);
  if (read) expect(read, text).toStrictEqual(reference(text));
}

test.each(ORDINARY)('ordinary: %s', (_, text) => {
  expect(readOrdinaryYaml(text)).toStrictEqual(reference(text));
});

test.each(LEFT)('left to the library: %s', (_, text) => {
  expect(readOrdinaryYaml(text)).toBeUndefined();
});

test.each([...ORDINARY, ...LEFT])('%s, with each character left out, doubled or moved to a line of its own', (_, text) => {
  for (let at = 0; at < text.length; at++) {
    const [before, after] = [text.slice(0, at), text.slice(at)];
    for (const changed of [before + after.slice(1), before + after.charAt(0) + after, `${before}\n${after}`, before])
      expectLaw(changed);
  }
});

test('what is not ordinary in one place is read by the library as a whole', () => {
  expect(readYaml('a: [b\n  c]\nd: e\n')).toMatchObject(reference('a: [b\n  c]\nd: e\n'));
});

test.each(['[', '{a: ', '- ', '!A [', '"'])('20,000 times %j is left to the library', (opening) => {
  expect(readOrdinaryYaml(`a: ${opening.repeat(20_000)}`)).toBeUndefined();
  expect(readOrdinaryYaml(opening.repeat(20_000))).toBeUndefined();
});

test('millions of escapes without a closing quote are left to the library', () => {
  expect(readOrdinaryYaml(`a: "${'\\n'.repeat(3_000_000)}`)).toBeUndefined();
});

test('what looks like a number is one where it is one for the library', () => {
  const words = fc.stringMatching(/^[-+.]?(?:0[xob])?[\dA-Fa-f]{0,3}[.\deE+_infNaN-]{1,5}$/);
  fc.assert(
    fc.property(words, (word) => expectLaw(`a: ${word}\n${word}: b\n`)),
    { numRuns: 1000 },
  );
});

test('lines that each go deeper are left to the library', () => {
  const deep = Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('');
  expect(readOrdinaryYaml(deep)).toBeUndefined();
});

const TEMPLATES = [
  ...DOCUMENTS.filter(([, , language]) => language === 'yaml').map(([, text]) => text),
  ...ORDINARY.map(([, text]) => text),
  `${READER}${SHOP_ROLE}`,
  generate({ functions: 1 }).yaml,
  generate({ functions: 1, style: 'sam' }).yaml,
];

test.each(['cloudformation', 'sam'] as const)('a whole generated template for %s is ordinary', (style) => {
  const { yaml } = generate({ functions: 5, style });
  expect(readOrdinaryYaml(yaml)).toStrictEqual(reference(yaml));
});

/** What is put into a text: signs with a meaning, alone and in usual company. */
const PIECES = [
  ...':#-\'"[]{}!&*|>%@\t \n,?.\\~0a',
  ...[
    '\r\n',
    ': ',
    ' #',
    '- ',
    '\n  ',
    '\n- ',
    '\n# a\n',
    '!Ref ',
    '---\n',
    '? ',
    ' |\n',
    ' >-\n',
    '&a ',
    '*a',
    '"a"',
    "'a'",
    'a: ',
  ],
];

type Edit = (text: string) => string;

/** An edit at a place, which is a share of the text. */
const edits: fc.Arbitrary<Edit> = fc.oneof(
  at((text, place) => text.slice(0, place) + text.slice(place + 1)),
  at((text, place) => text.slice(0, place)),
  fc.constantFrom(...PIECES).chain((piece) => at((text, place) => text.slice(0, place) + piece + text.slice(place))),
  fc.constantFrom(...PIECES).chain((piece) => at((text, place) => text.slice(0, place) + piece + text.slice(place + 1))),
  inLines((lines, line) => lines.splice(line, 1)),
  inLines((lines, line) => lines.splice(line, 2, lines.slice(line, line + 2).join(' '))),
  inLines((lines, line) => lines.splice(line, 1, ` ${lines[line]}`)),
  inLines((lines, line) => lines.splice(line, 1, (lines[line] ?? '').replace(/^ {1,2}/, ''))),
  inLines((lines, line) => lines.push(...lines.splice(line, 3))),
  fc.constant((text: string) => text.replace(/\r?\n/g, '\r\n')),
);

function at(edit: (text: string, place: number) => string): fc.Arbitrary<Edit> {
  return fc.nat(9999).map((share) => (text) => edit(text, Math.floor((share * (text.length + 1)) / 10_000)));
}

function inLines(edit: (lines: string[], line: number) => unknown): fc.Arbitrary<Edit> {
  return fc.nat(9999).map((share) => (text) => {
    const lines = text.split('\n');
    edit(lines, Math.floor((share * lines.length) / 10_000));
    return lines.join('\n');
  });
}

test('edited templates are left to the library, or read as it reads them', () => {
  const made = fc.tuple(fc.constantFrom(...TEMPLATES), fc.array(edits, { maxLength: 3 }));
  fc.assert(
    fc.property(made, ([template, changes]) => expectLaw(changes.reduce((text, edit) => edit(text), template))),
    { numRuns: 2000 },
  );
});

test('texts that are put together from the signs of YAML are left to the library, or read as it reads them', () => {
  const words = fc.constantFrom(...PIECES, 'key: ', '\n    ', '[a, b]', '{a: b}', '- a\n', '  b: c\n', '1', 'null');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), (made) => expectLaw(`a: ${made.join('')}`)),
    { numRuns: 3000 },
  );
});

/** A value: what stands behind its key or dash, and the lines below, as seen from the column of that. */
type Lines = readonly string[];

const LEAVES: readonly Lines[] = [
  [' a b', '   c'],
  [' !Ref a # b'],
  [' "a\\n"', '# c', ''],
  [" 'a", "    b'"],
  [' [a, !Ref b, c: 1]'],
  [' {a: [b,', '     c], "d":-1', '}'],
  [' !Sub |', '   a', '', '     b'],
  [' >+', '  a', '  b', ''],
  ['', ' "a"'],
  [''],
];

/** Documents of all the forms that the reader knows. */
const { entries } = fc.letrec<{ entries: Lines; value: Lines }>((tie) => ({
  entries: some(tie('value')).map((values) => values.flatMap(([first, ...more], i) => [`k${i}:${first}`, ...more])),
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...LEAVES),
    tie('entries').map((lines) => ['', ...deeper(lines)]),
    tie('entries').map((lines) => [' !If # a', ...deeper(lines)]),
    some(tie('value')).map((items) => ['', ...deeper(items.flatMap(([first, ...more]) => [`-${first}`, ...deeper(more)]))]),
    some(tie('entries')).map((items) => ['', ...items.flatMap(([first, ...more]) => [`- ${first}`, ...deeper(more)])]),
  ),
}));

function some<T>(each: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(each, { minLength: 1, maxLength: 3 });
}

function deeper(lines: Lines): Lines {
  return lines.map((line) => (line === '' ? line : `  ${line}`));
}

test('generated documents are ordinary', () => {
  const made = fc.tuple(entries, fc.constantFrom('\n', '\r\n'));
  fc.assert(
    fc.property(made, ([lines, lineBreak]) => {
      const text = lines.join(lineBreak);
      expect(readOrdinaryYaml(text), text).toStrictEqual(reference(text));
    }),
    { numRuns: 1000 },
  );
});
