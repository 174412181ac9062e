import { describe, expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/index.ts';
import { filesOf, GROUPS, listedIn } from './folders.ts';

const idsOf = (rules: readonly { readonly id: string }[]): readonly string[] => rules.map(({ id }) => id);
const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort();

/** `unknown-action` for `unknownAction`. */
const kebabCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe.each(GROUPS)('rules/%s', (group) => {
  test('each file holds the rule of its name', async () => {
    const files = await filesOf(group);
    expect(files.map(({ name, rules }) => [name, idsOf(rules)])).toEqual(files.map(({ name }) => [name, [kebabCase(name)]]));
  });

  test('index.ts lists all of them, by name', async () => {
    const files = await filesOf(group);
    const listed = idsOf(await listedIn(group));
    expect(listed).toEqual(sorted(files.map(({ name }) => kebabCase(name))));
  });

  test('the table has all of them', async () => {
    const missing = (await listedIn(group)).filter((rule) => !RULES.includes(rule));
    expect(idsOf(missing)).toEqual([]);
  });
});

test('ids are unique, in kebab case and sorted', () => {
  const ids = idsOf(RULES);
  expect(ids).toEqual(sorted([...new Set(ids)]));
  expect(ids.filter((id) => !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

describe.each(RULES)('$id', ({ docs }) => {
  test('has a page that says what, why and where to read on', () => {
    expect(docs.summary, 'one sentence').toMatch(/^(?:[^a-z]|[a-z]+:)[^\n]*[^.!?\s]\.$/);
    expect(docs.summary.match(/[.!?] [A-Z]/g), 'one sentence').toBeNull();
    expect(docs.why).toMatch(/^\S[^\n]*[.)]$/);
    expect(URL.canParse(docs.url) && docs.url.startsWith('https://'), docs.url).toBe(true);
  });

  test('has examples of both kinds, and no name of another tool twice', () => {
    expect(docs.bad.length).toBeGreaterThan(0);
    expect(docs.good.length).toBeGreaterThan(0);
    expect(docs.aka).toEqual([...new Set(docs.aka)]);
  });
});
