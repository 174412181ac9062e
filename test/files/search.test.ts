import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PAUSE, searchFolder, searchPlace } from '../../server/src/files/search.ts';

const folder = mkdtempSync(join(tmpdir(), 'lambda-iam-search-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const [name, text] of Object.entries({
  '.gitignore': 'out/\n*.json\n!keep.json\n',
  'a.yaml': '',
  'b.json': '',
  'keep.json': '',
  'node_modules/package/a.yaml': '',
  'notes.md': '',
  'out/a.yaml': '',
  'sub/.gitignore': '/ignored.yml\n',
  'sub/deep/a.template': '',
  'sub/ignored.yml': '',
  'sub/z.YML': '',
})) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
symlinkSync(join(folder, 'sub'), join(folder, 'link'));
symlinkSync(join(folder, 'a.yaml'), join(folder, 'link.yaml'));

const found = (place: string): readonly string[] =>
  [...searchPlace(folder, join(folder, place))].filter((path) => path !== PAUSE).map((path) => relative(folder, path));

test('a folder is searched in alphabetical order; what git ignores is left out', () => {
  const files = ['a.yaml', 'keep.json', 'link.yaml', 'sub/deep/a.template', 'sub/z.YML'];
  expect([...searchFolder(folder)].map((path) => relative(folder, path))).toEqual(files);
  expect(found('.')).toEqual(files);
});

test.each([
  ['a.yaml', ['a.yaml']],
  ['b.json', []],
  ['keep.json', ['keep.json']],
  ['link', []],
  ['link/z.YML', []],
  ['link.yaml', ['link.yaml']],
  ['missing.yaml', []],
  ['missing/a.yaml', []],
  ['a.yaml/below.yaml', []],
  ['node_modules', []],
  ['node_modules/package/a.yaml', []],
  ['notes.md', []],
  ['out', []],
  ['out/a.yaml', []],
  ['sub', ['sub/deep/a.template', 'sub/z.YML']],
  ['sub/deep', ['sub/deep/a.template']],
  ['sub/ignored.yml', []],
  ['sub/z.YML', ['sub/z.YML']],
  ['..', []],
  ['../a.yaml', []],
])('at %s a search of the folder finds %j', (place, expected) => {
  expect(found(place)).toEqual(expected);
});

test('a search may be interrupted once for each folder that it reads', () => {
  expect([...searchPlace(folder, folder)].filter((path) => path === PAUSE).length).toBe(3);
});
