import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NEED_DEFINITIONS } from '../../../server/src/lambda/needs/index.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'server', 'src', 'lambda', 'needs');
/** Files that rows share. */
const SHARED = ['fileSystems.ts', 'layers.ts'];

test('every file of a need is in the table, and the table is in order', () => {
  const files = ['configuration', 'eventSources'].flatMap((name) => readdirSync(join(folder, name)));
  const ids = NEED_DEFINITIONS.map(({ id }) => id);
  expect(ids).toHaveLength(files.filter((file) => !SHARED.includes(file)).length);
  expect(ids).toEqual([...new Set(ids)].sort());
});

test('every need says why, and where AWS says so', () => {
  for (const { id, title, because, docsUrl } of NEED_DEFINITIONS) {
    expect(title, id).toMatch(/^\p{Lu}/u);
    expect(because, id).toMatch(/^\p{Lu}.*\.$/u);
    expect(docsUrl, id).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
  }
});
