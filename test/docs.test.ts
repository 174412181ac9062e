import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NEED_ROWS } from '../server/src/lambda/needs/table.ts';
import { TRIGGER_TABLE } from '../server/src/lambda/triggers/table.ts';
import { RULES } from '../server/src/rules/index.ts';
import { generateDocs } from '../server/tools/docs.mjs';

const generated = await generateDocs();
const docs = join(import.meta.dirname, '..', 'docs');
const pageOf = (name: string): string => readFileSync(join(docs, name), 'utf8');

test.each(Object.keys(generated))('docs/%s says what the tables say; else run npm run docs', (name) => {
  expect(pageOf(name)).toBe(generated[name]);
});

test('each rule has one page, which the list of all rules links', () => {
  const pages = readdirSync(join(docs, 'rules')).sort();
  const linked = Array.from(pageOf('rules.md').matchAll(/^\| \[[^\]]+\]\(rules\/([^)]+)\)/gm), ([, file]) => file);
  expect(pages).toEqual(RULES.map(({ id }) => `${id}.md`).sort());
  expect(linked.sort()).toEqual(pages);
});

test('each name of another tool stands in the list with all its rules', () => {
  const lines = pageOf('rules.md').split('\n');
  const missing = RULES.flatMap(({ id, docs: { aka } }) =>
    aka.filter((name) => !lines.some((line) => line.startsWith(`| \`${name}\``) && line.includes(`(rules/${id}.md)`))),
  );
  expect(missing).toEqual([]);
});

test('the examples are shown without the marks of the tests', () => {
  for (const { id } of RULES) expect(pageOf(`rules/${id}.md`).match(/^[ \t]*#[ \t]*\^.*$/gm), id).toBeNull();
});

test('each trigger and each need links its page', () => {
  const links = pageOf('triggers.md').match(/^\| \[/gm) ?? [];
  expect(links.length).toBe(TRIGGER_TABLE.length + NEED_ROWS.length);
});
