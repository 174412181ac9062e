import type { Figure } from './figures.ts';
import type { Judged, Verdict } from './judging.ts';
import type { Target } from './targets.ts';

const HEADINGS = ['what', 'on', 'measured', 'floor', 'ratio', 'target', 'verdict'] as const;

const VERDICTS: Readonly<Record<Verdict, string>> = { met: 'met', close: 'close', over: 'over', missed: 'MISSED', none: '' };

/** The figures as a table for a terminal. */
export function plainTable(judged: readonly Judged[]): string {
  const rows = [HEADINGS, ...judged.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

/** The figures as a table in Markdown. */
export function markdownTable(judged: readonly Judged[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(HEADINGS), `|${'---|'.repeat(HEADINGS.length)}`, ...judged.map((each) => line(cellsOf(each)))].join('\n');
}

/** `12.3 ms` */
export const measured = ({ value, unit }: Pick<Figure, 'value' | 'unit'>): string => `${rounded(value)} ${unit}`;

/** `0.15 ×`, where there is a floor. */
export const inFloors = ({ ratio }: Judged): readonly string[] => (ratio === undefined ? [] : [`${rounded(ratio)} ×`]);

function cellsOf(judged: Judged): readonly string[] {
  const { figure, target, verdict } = judged;
  const { what, on = '', unit, floor } = figure;
  return [
    what,
    on,
    measured(figure),
    floor ? `${measured({ ...floor, unit })} ${floor.what}` : '',
    inFloors(judged).join(''),
    target ? wordsFor(target, unit) : '',
    VERDICTS[verdict],
  ];
}

function wordsFor({ limit, ratio }: Target, unit: Figure['unit']): string {
  const parts = [limit === undefined ? [] : [`${limit} ${unit}`], ratio === undefined ? [] : [`${ratio} ×`]];
  return parts.flat().join(', ');
}

/** With as many digits as mean something. */
function rounded(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3);
}
