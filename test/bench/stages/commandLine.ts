import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { bareParse } from '../bareParse.ts';
import { ownProcessorTime, timeOf } from '../clock.ts';
import type { Effort, Figure } from '../figures.ts';
import { folderOf } from '../folder.ts';
import { memoryOf, processorTimeOf } from '../server/processFacts.ts';

const CLI = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli.js');

const TEMPLATES: Readonly<Record<Effort, number>> = { quick: 100, full: 600 };

/** One process that checks a folder of templates. */
export async function* commandLineFigures(effort: Effort): AsyncGenerator<Figure> {
  const count = TEMPLATES[effort];
  const folder = folderOf(count);
  try {
    let seen = NOTHING_SEEN;
    const passed = await timeOf(async () => {
      seen = await check(folder.path);
    });
    const before = ownProcessorTime();
    const parsing = await timeOf(() => folder.files.forEach(bareParse));
    const parsingProcessor = ownProcessorTime() - before;
    const on = `${count} templates`;
    const perTemplate = (what: string, ms: number, parse: number): Figure => {
      return { what, on, unit: 'ms', value: ms / count, floor: { what: 'bare parse', value: parse / count } };
    };
    yield perTemplate('check in a batch, per template', passed, parsing);
    yield perTemplate('check in a batch, processor time per template', seen.processor, parsingProcessor);
    yield { what: 'check in a batch, peak memory', on, unit: 'MB', value: seen.peak };
  } finally {
    folder.remove();
  }
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
