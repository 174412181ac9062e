import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Judged } from './judging.ts';
import { comparison } from './peers.ts';
import { markdownTable } from './table.ts';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'performance.md');

const START = '<!-- figures: written by `npm run bench -- --markdown` -->';
const END = '<!-- /figures -->';

/** Puts the figures into the manual. */
export function writeFigures(judged: readonly Judged[], machine: string): void {
  const figures = [`Measured on ${machine}.`, comparison(judged), markdownTable(judged)].join('\n\n');
  writeFileSync(PAGE, withFigures(readFileSync(PAGE, 'utf8'), figures));
}

/** The page with other figures between its two marks. */
export function withFigures(page: string, figures: string): string {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  if (start < 0 || end < start) throw new Error('docs/performance.md has lost the marks around its figures.');
  return `${page.slice(0, start)}${START}\n\n${figures}\n\n${page.slice(end)}`;
}
