import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addMissingPermissions } from '../server/src/features/index.ts';
import { checkAll } from '../server/src/rules/index.ts';
import { analysed } from './harness/index.ts';

const folder = join(import.meta.dirname, '..', 'client', 'walkthrough');
const sample = readFileSync(join(folder, 'template.yaml'), 'utf8');

test('the sample shows the two mistakes that the walkthrough tells of, and one command mends both', () => {
  const analysis = analysed(sample);
  expect(checkAll(analysis).map(({ ruleId }) => ruleId)).toEqual(['missing-execution-permission', 'missing-invoke-permission']);
  expect(addMissingPermissions(analysis, checkAll)).toMatchObject({ added: 2, left: 0 });
});

test('the sample is ASCII, as the client reads it', () => {
  expect(sample).toMatch(/^[\n -~]+$/);
});

test('the page about the fix shows what the fix writes', () => {
  const shown = /```yaml\n([^`]+)```/.exec(readFileSync(join(folder, 'fix.md'), 'utf8'))?.[1] ?? '';
  const { edits } = addMissingPermissions(analysed(sample), checkAll);
  const written = edits.map(({ newText }) => newText.replace(/^ {2}/gm, '')).join('\n');
  expect(written).toContain(shown);
});
