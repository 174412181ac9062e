import { expect, test } from 'vitest';
import type { Figure } from './figures.ts';
import { hasMissed, judge, unmeasured } from './judging.ts';
import { withFigures } from './page.ts';
import { comparison } from './peers.ts';
import { median, quantile } from './quantiles.ts';
import { markdownTable, plainTable } from './table.ts';
import { TARGETS, type Target } from './targets.ts';

const targets: readonly Target[] = [
  { what: 'typing', on: '7k YAML', limit: 8, ratio: 0.15 },
  { what: 'start', ratio: 2.5 },
  { what: 'size', limit: 1000 },
];

const typing = (value: number, parse: number): Figure => ({
  what: 'typing',
  on: '7k YAML',
  unit: 'ms',
  value,
  floor: { what: 'bare parse', value: parse },
});

test.each([
  ['within both', typing(7, 100), 'met'],
  ['a slow machine: over the limit, within the ratio', typing(14, 100), 'over'],
  ['less than a tenth above the ratio', typing(8, 50), 'close'],
  ['over the limit, less than a tenth above the ratio', typing(16, 100), 'over'],
  ['more than a tenth above the ratio', typing(17, 100), 'missed'],
  ['a fast machine hides nothing', typing(4, 10), 'missed'],
  ['a target without a document is one for all', { ...typing(240, 100), what: 'start' }, 'met'],
  ['a target of another document', { ...typing(90, 100), on: '38k YAML' }, 'none'],
  ['only a limit', { what: 'size', unit: 'KB', value: 1001 }, 'over'],
  ['no floor, no judgement', { what: 'start', unit: 'ms', value: 1e6 }, 'met'],
] as const)('%s', (_, figure, verdict) => {
  expect(judge(figure, targets).verdict).toBe(verdict);
});

test('a run fails by a missed ratio only', () => {
  expect(hasMissed([judge(typing(14, 100), targets), judge({ what: 'size', unit: 'KB', value: 2000 }, targets)])).toBe(false);
  expect(hasMissed([judge(typing(7, 100), targets), judge(typing(17, 100), targets)])).toBe(true);
});

test('targets that nothing was measured for', () => {
  expect(unmeasured([judge(typing(7, 100), targets)], targets).map(({ what }) => what)).toEqual(['start', 'size']);
});

test('no two targets are about the same', () => {
  const subjects = TARGETS.map(({ what, on }) => `${what}, ${on}`);
  expect(subjects.filter((subject, index) => subjects.indexOf(subject) !== index)).toEqual([]);
});

test('tables', () => {
  const judged = [judge(typing(17, 100), targets), judge({ what: 'size', unit: 'KB', value: 999.94 }, targets)];
  expect(plainTable(judged)).toBe(
    [
      'what    on       measured  floor              ratio    target        verdict',
      'typing  7k YAML  17.0 ms   100 ms bare parse  0.170 ×  8 ms, 0.15 ×  MISSED',
      'size             1000 KB                               1000 KB       met',
    ].join('\n'),
  );
  expect(markdownTable(judged).split('\n')).toEqual([
    '| what | on | measured | floor | ratio | target | verdict |',
    '|---|---|---|---|---|---|---|',
    '| typing | 7k YAML | 17.0 ms | 100 ms bare parse | 0.170 × | 8 ms, 0.15 × | MISSED |',
    '| size |  | 1000 KB |  |  | 1000 KB | met |',
  ]);
});

test('ours stand beside those of others', () => {
  const judged = [judge({ ...typing(9, 100), what: 'keystroke to diagnostics, p50' }, targets)];
  const [, , keystroke, memory] = comparison(judged).split('\n');
  expect(keystroke).toMatch(/^\| keystroke to diagnostics, p50 \| 9\.00 ms, 0\.090 × \| 898 ms, 8\.09 × \|/);
  expect(memory).toMatch(/^\| peak memory \| {2}\| 303 MB \|/);
});

test('the figures of the manual are replaced between their marks', () => {
  const page = 'Before\n\n<!-- figures: written by `npm run bench -- --markdown` -->\n\nold\n\n<!-- /figures -->\n\nBehind\n';
  expect(withFigures(page, 'new')).toBe(page.replace('old', 'new'));
  expect(() => withFigures('no marks', 'new')).toThrow('marks');
});

test('quantiles', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([median(values), quantile(values, 0.95), quantile(values, 1), median([3])]).toEqual([50, 95, 100, 3]);
});
