import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { bareParse } from '../bareParse.ts';
import { timeOf } from '../clock.ts';
import type { Effort, Figure } from '../figures.ts';
import { memoryOf } from '../server/processFacts.ts';
import { generate } from '../templates/index.ts';

const CLI = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli.js');

const TEMPLATES: Readonly<Record<Effort, number>> = { quick: 100, full: 600 };

/** One process that checks a folder of templates as a project has them: with one to three functions, of both kinds, in both languages. */
export async function* commandLineFigures(effort: Effort): AsyncGenerator<Figure> {
  const count = TEMPLATES[effort];
  const templates = Array.from({ length: count }, (_, index) => templateOf(index));
  const folder = mkdtempSync(join(tmpdir(), 'lambda-iam-bench-'));
  try {
    templates.forEach(({ languageId, text }, index) => void writeFileSync(join(folder, `${index}.${languageId}`), text));
    let peak: number | undefined;
    const ms = await timeOf(async () => {
      peak = await check(folder);
    });
    const parsing = await timeOf(() => templates.forEach(bareParse));
    const floor = { what: 'bare parse', value: parsing / count };
    yield { what: 'check in a batch, per template', on: `${count} templates`, unit: 'ms', value: ms / count, floor };
    if (peak !== undefined) yield { what: 'check in a batch, peak memory', on: `${count} templates`, unit: 'MB', value: peak };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function templateOf(index: number) {
  const generated = generate({
    functions: 1 + (index % 3),
    style: index % 2 === 0 ? 'sam' : 'cloudformation',
    seed: index,
  });
  const languageId: 'yaml' | 'json' = index % 5 === 0 ? 'json' : 'yaml';
  return { languageId, text: generated[languageId] };
}

/** @returns the peak of the process's memory, which is looked at while it runs */
async function check(folder: string): Promise<number | undefined> {
  const child = spawn(process.execPath, [CLI, 'check', folder, '--format', 'json'], { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak: number | undefined;
  const watch = setInterval(() => {
    peak = memoryOf(child.pid)?.peak ?? peak;
  }, 20);
  await once(child, 'exit');
  clearInterval(watch);
  return peak;
}
