import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { bareParse } from '../bareParse.ts';
import { ownProcessorTime, timeOf } from '../clock.ts';
import type { Effort, Figure } from '../figures.ts';
import { memoryOf, processorTimeOf } from '../server/processFacts.ts';
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
    let seen = NOTHING_SEEN;
    const passed = await timeOf(async () => {
      seen = await check(folder);
    });
    const before = ownProcessorTime();
    const parsing = await timeOf(() => templates.forEach(bareParse));
    const parsingProcessor = ownProcessorTime() - before;
    const on = `${count} templates`;
    const perTemplate = (what: string, ms: number, parse: number): Figure => {
      return { what, on, unit: 'ms', value: ms / count, floor: { what: 'bare parse', value: parse / count } };
    };
    yield perTemplate('check in a batch, per template', passed, parsing);
    yield perTemplate('check in a batch, processor time per template', seen.processor, parsingProcessor);
    yield { what: 'check in a batch, peak memory', on, unit: 'MB', value: seen.peak };
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

/** What could be seen of a process while it ran. */
interface Seen {
  readonly peak: number;
  readonly processor: number;
}

const NOTHING_SEEN: Seen = { peak: Number.NaN, processor: Number.NaN };

async function check(folder: string): Promise<Seen> {
  const child = spawn(process.execPath, [CLI, 'check', folder, '--format', 'json'], { stdio: ['ignore', 'ignore', 'inherit'] });
  let seen = NOTHING_SEEN;
  const watch = setInterval(() => {
    const { peak } = memoryOf(child.pid);
    if (!Number.isNaN(peak)) seen = { peak, processor: processorTimeOf(child.pid) };
  }, 20);
  await once(child, 'exit');
  clearInterval(watch);
  return seen;
}
