import { describe, expect, test } from 'vitest';
import { checkAll } from '../../server/src/rules/index.ts';
import { analysed } from '../harness/index.ts';
import { placed } from '../harness/twins.ts';
import { benchDocument, type DocumentName, someActions } from './documents.ts';
import { generate } from './templates/index.ts';

const linesOf = (text: string): number => text.split('\n').length - 1;

describe.each(['cloudformation', 'sam'] as const)('templates of the style %s', (style) => {
  const { yaml, json, mistakes } = generate({ functions: 60, style });

  test.each(['yaml', 'json'] as const)('have in %s the errors that were made on purpose, and no others', (languageId) => {
    const analysis = analysed({ yaml, json }[languageId], languageId);
    const errors = checkAll(analysis).filter(({ severity }) => severity === 'error' || severity === 'warning');
    expect(analysis.problems).toEqual([]);
    expect(analysis.kind).toBe(style);
    expect(errors.map(({ ruleId }) => ruleId).sort()).toEqual([...mistakes].sort());
    expect(mistakes.length).toBeGreaterThan(3);
  });

  test('mean the same in both languages', () => {
    const [inYaml, inJson] = [analysed(yaml, 'yaml'), analysed(json, 'json')];
    const seen = (analysis: typeof inYaml): readonly string[] => checkAll(analysis).map((finding) => placed(analysis, finding));
    expect(seen(inJson)).toEqual(seen(inYaml));
  });

  test('are the same for the same seed, and others for another', () => {
    expect(generate({ functions: 60, style })).toEqual({ yaml, json, mistakes });
    expect(generate({ functions: 60, style, seed: 2 }).yaml).not.toBe(yaml);
  });
});

test.each([
  ['1k YAML', 750],
  ['7k YAML', 7_461],
  ['14k JSON', 13_585],
  ['38k YAML', 37_241],
  ['71k JSON', 67_805],
  ['50k YAML', 50_642],
] as const)('%s is about as long as what the targets speak of', (name, lines) => {
  const { text } = benchDocument(name);
  expect(Math.abs(linesOf(text) / lines - 1)).toBeLessThan(0.05);
});

test.each<DocumentName>(['7k YAML', '14k JSON'])('the keystrokes and questions of %s stand behind actions', (name) => {
  const document = benchDocument(name);
  const wordBefore = (offset: number): string | undefined => /[\w:-]+$/.exec(document.text.slice(0, offset))?.[0];
  expect(wordBefore(document.keystrokeAt)).toMatch(/^[a-z0-9]+:[A-Z]\w+$/);
  expect(document.text.charAt(document.keystrokeAt)).toMatch(/[\n"]/);
  expect(document.keystrokeAt / document.text.length).toBeCloseTo(0.5, 1);
  const places = someActions(document, 20);
  expect(places).toHaveLength(20);
  expect(places.map(wordBefore).filter((word) => !word?.includes(':'))).toEqual([]);
});
