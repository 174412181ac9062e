import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { DocumentName } from './documents.ts';

/** What a process measures that does it for the first time; see `firstTime.ts`. */
export type FirstTime = 'data' | DocumentName;

/** The processor time in a fresh process, in ms. */
export async function firstTimeOf(what: FirstTime): Promise<number> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'firstTime.ts'), what]);
  return Number(stdout);
}

const run = promisify(execFile);
