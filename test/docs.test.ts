import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NEED_ROWS } from '../server/src/lambda/needs/table.ts';
import { TRIGGER_TABLE } from '../server/src/lambda/triggers/table.ts';
import { RULES } from '../server/src/rules/index.ts';
import { generateDocs } from '../server/tools/docs.mjs';

const generated = await generateDocs();
const pageOf = (name: string): string => readFileSync(join(import.meta.dirname, '..', 'docs', name), 'utf8');

test.each(Object.keys(generated))('docs/%s says what the tables say; else run npm run docs', (name) => {
  expect(pageOf(name)).toBe(generated[name]);
});

test('each rule has one heading, to which its findings link', () => {
  const headings = Array.from(pageOf('rules.md').matchAll(/^### (\S+)$/gm), ([, id]) => id);
  expect(headings.sort()).toEqual(RULES.map(({ id }) => id));
});

test('the examples are shown without the marks of the tests', () => {
  expect(pageOf('rules.md').match(/^[ \t]*#[ \t]*\^.*$/gm)).toBeNull();
});

test('each trigger and each need links its page', () => {
  const links = pageOf('triggers.md').match(/^\| \[/gm) ?? [];
  expect(links.length).toBe(TRIGGER_TABLE.length + NEED_ROWS.length);
});
