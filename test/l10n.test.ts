import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateBundle } from '../server/tools/l10n.mjs';
import { manifestKeys, manifestWords } from './harness/manifest.ts';

const root = join(import.meta.dirname, '..');
const clientSources = readdirSync(join(root, 'client', 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(root, 'client', 'src', file), 'utf8') }));

/** Where VS Code takes a text that people read. Names of files and commands stand elsewhere. */
const SPOKEN = [
  /\bshow(?:Information|Warning|Error)Message\(\s*['"`](?![`'"])[^$]/,
  /\bsetStatusBarMessage\(\s*['"`]/,
  /\b(?:title|detail|placeHolder|prompt|openLabel|saveLabel): ['"`][^'"`$]/,
];

test('package.json names each of its words once they are there, and no other', () => {
  expect([...new Set(manifestKeys)].sort()).toEqual(Object.keys(manifestWords).sort());
});

test('what people read of package.json stands in package.nls.json', () => {
  const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const read = [contributes.commands, contributes.configuration, contributes.walkthroughs].flatMap(spokenIn);
  expect(read.length).toBeGreaterThan(20);
  expect(read.filter((text) => !/^%[^%]+%$/.test(text))).toEqual([]);
});

test('the bundle for translators has the texts of the client; else run npm run docs', async () => {
  expect(readFileSync(join(root, 'l10n', 'bundle.l10n.json'), 'utf8')).toBe(await generateBundle());
});

test('the places in a text are numbered from 0', async () => {
  for (const text of Object.keys(JSON.parse(await generateBundle()))) {
    const places = Array.from(text.matchAll(/\{(\w+)\}/g), ([, place]) => Number(place));
    expect([...new Set(places)].sort(), text).toEqual([...new Set(places)].map((_, index) => index));
  }
});

test.each(clientSources)('what $file shows can be translated', ({ text }) => {
  expect(SPOKEN.flatMap((pattern) => text.match(pattern)?.[0] ?? [])).toEqual([]);
});

/** The titles and descriptions in a part of the manifest. */
function spokenIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    /^(title|description|markdownDescription)$/.test(name) && typeof value === 'string'
      ? [value]
      : /[eE]numDescriptions$/.test(name)
        ? Object.values<string>(value)
        : spokenIn(value),
  );
}
