import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/index.ts';
import { CHECKS } from './checks.ts';
import { filesOf, GROUPS } from './folders.ts';

/** How many there are of each kind. */
const COUNTS = { A: 20, B: 12, C: 22, D: 29, E: 5, F: 12, G: 8, H: 6, I: 2, J: 10, K: 26 };

test('the table has every check once', () => {
  const ids = Object.entries(COUNTS).flatMap(([kind, count]) => Array.from({ length: count }, (_, i) => `${kind}${i + 1}`));
  expect(CHECKS.map(({ id }) => id)).toEqual(ids);
});

test('each has a rule that exists, or a reason to have none', () => {
  const known = new Set(RULES.map(({ id }) => id));
  expect(CHECKS.filter(({ rules }) => rules.some((id) => !known.has(id)))).toEqual([]);
  expect(CHECKS.filter(({ rules, reason }) => (rules.length === 0) !== (reason !== undefined && reason.length > 20))).toEqual([]);
  expect(CHECKS.filter(({ rules }) => rules.length === 0).map(({ id }) => id)).toEqual(['J10', 'K22']);
});

test('each code of Access Analyzer leads to a rule of its check', () => {
  const lost = CHECKS.flatMap(({ rules, codes }) => {
    const aka = RULES.filter(({ id }) => rules.includes(id)).flatMap(({ docs }) => docs.aka);
    return codes.filter((code) => !aka.includes(code));
  });
  expect(lost).toEqual([]);
});

test('each rule has tests besides its examples', async () => {
  const files = (await Promise.all(GROUPS.map(filesOf))).flat();
  const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.test.ts'),
  );
  const imported = tests.map((path) => readFileSync(join(import.meta.dirname, path), 'utf8')).join('\n');
  const untested = files.filter(({ group, name }) => !imported.includes(`rules/${group}/${name}.ts'`));
  expect(untested.map(({ name }) => name)).toEqual([]);
});
