import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { bareParse } from '../bareParse.ts';
import { timeOf } from '../clock.ts';
import { type BenchDocument, benchDocument, type DocumentName } from '../documents.ts';
import type { Effort, Figure } from '../figures.ts';
import { firstTimeOf } from '../freshProcess.ts';
import { median } from '../quantiles.ts';
import { processorTimeOf } from '../server/processFacts.ts';
import { startSession } from '../server/session.ts';

const ROUNDS: Readonly<Record<Effort, number>> = { quick: 3, full: 9 };

const DOCUMENTS: Readonly<Record<Effort, readonly DocumentName[]>> = {
  quick: ['7k YAML'],
  full: ['1k YAML', '7k YAML', '14k JSON'],
};

/** What happens once in the life of a process. Each round starts all processes in turn, so that all meet the same noise. */
export async function* startFigures(effort: Effort): AsyncGenerator<Figure> {
  const bare: number[] = [];
  const initialize: number[] = [];
  const openings: Figure[] = [];
  for (const name of DOCUMENTS[effort]) {
    const document = benchDocument(name);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS[effort]; round++) {
      bare.push(await timeOf(bareNode));
      rounds.push(await startAndOpen(document));
    }
    initialize.push(...rounds.map((round) => round.initialize));
    openings.push(...openingFigures(name, rounds, await warmParse(document)));
  }
  const floor = { what: 'node -e 0', value: median(bare) };
  yield { what: 'spawn to initialize', unit: 'ms', value: median(initialize), floor };
  yield* openings;
}

/** The times of one server process, and of another one that only parses the document once. */
interface Round {
  readonly initialize: number;
  readonly open: number;
  /** Of the server from the document to its diagnostics. */
  readonly openProcessor: number;
  readonly firstParse: number;
}

async function startAndOpen(document: BenchDocument): Promise<Round> {
  const session = await startSession(document);
  const before = processorTimeOf(session.pid);
  const { ms: open } = await session.open();
  const openProcessor = processorTimeOf(session.pid) - before;
  await session.stop();
  return { initialize: session.initializeMs, open, openProcessor, firstParse: await firstTimeOf(document.name) };
}

function openingFigures(on: DocumentName, rounds: readonly Round[], warm: number): readonly Figure[] {
  const value = median(rounds.map(({ open }) => open));
  const floor = { what: 'bare parse', value: warm };
  const busy = median(rounds.map(({ openProcessor }) => openProcessor));
  const first = { what: 'bare parse in a fresh process', value: median(rounds.map(({ firstParse }) => firstParse)) };
  return [
    { what: 'open to first diagnostics', on, unit: 'ms', value, floor },
    { what: 'open to first diagnostics, processor time', on, unit: 'ms', value: busy, floor: first },
  ];
}

/** A parse by a process that has done so before. */
async function warmParse(document: BenchDocument): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 12; i++) times.push(await timeOf(() => bareParse(document)));
  return median(times.slice(2));
}

async function bareNode(): Promise<void> {
  await once(spawn(process.execPath, ['-e', '0']), 'exit');
}
