import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingTags } from '../../client/src/yamlTags.ts';

const all = missingTags(undefined);

test('all short forms are missing from an empty list, each with its kinds', () => {
  expect(missingTags([])).toEqual(all);
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((tag) => !/^![A-Z][A-Za-z0-9]+ (scalar|sequence|mapping)$/.test(tag))).toEqual([]);
  expect(all.filter((tag) => /^!(Ref|Sub|GetAtt) /.test(tag))).toEqual([
    '!GetAtt scalar',
    '!GetAtt sequence',
    '!Ref scalar',
    '!Sub scalar',
    '!Sub sequence',
  ]);
});

test('nothing is missing from a list that has them', () => {
  expect(missingTags([...all, '!reference sequence'])).toEqual([]);
});

test('an entry without a kind is one for scalars', () => {
  const added = missingTags(['!Ref', '!Sub Sequence', 5, null, '!GetAtt  scalar ']);
  expect(all.filter((tag) => !added.includes(tag))).toEqual(['!GetAtt scalar', '!Ref scalar', '!Sub sequence']);
});

test('the short forms of the samples are among them', () => {
  const samples = join(import.meta.dirname, '..', '..', 'samples');
  const files = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  const used = files.flatMap((file) => readFileSync(join(samples, file), 'utf8').match(/(?<=[\s[])![A-Z]\w+/g) ?? []);
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((tag) => !all.some((entry) => entry.startsWith(`${tag} `)))).toEqual([]);
});
