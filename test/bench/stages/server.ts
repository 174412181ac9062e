import { bareParse } from '../bareParse.ts';
import { pause, timeOf } from '../clock.ts';
import { type BenchDocument, benchDocument, type DocumentName, someActions } from '../documents.ts';
import type { Effort, Figure } from '../figures.ts';
import { median, quantile } from '../quantiles.ts';
import { memoryOf } from '../server/memory.ts';
import { ASKINGS, type Asking } from '../server/requests.ts';
import { type Session, startSession } from '../server/session.ts';

/** On this one everything is measured, on the others what grows with the size. */
const MAIN: DocumentName = '7k YAML';

const DOCUMENTS: Readonly<Record<Effort, readonly DocumentName[]>> = {
  quick: [MAIN, '14k JSON'],
  full: ['1k YAML', MAIN, '14k JSON', '38k YAML', '71k JSON', '50k YAML'],
};

const COUNTS: Readonly<Record<Effort, { readonly keystrokes: number; readonly questions: number }>> = {
  quick: { keystrokes: 12, questions: 12 },
  full: { keystrokes: 40, questions: 30 },
};

/** A server process of its own for each document, as an editor uses it. */
export async function* serverFigures(effort: Effort): AsyncGenerator<Figure> {
  for (const name of DOCUMENTS[effort]) {
    const document = benchDocument(name);
    const session = await startSession(document);
    try {
      yield* documentFigures(session, document, effort);
    } finally {
      await session.stop();
    }
  }
}

async function* documentFigures(session: Session, document: BenchDocument, effort: Effort): AsyncGenerator<Figure> {
  const on = document.name;
  const { keystrokes, questions } = COUNTS[effort];
  await session.open();
  const { typing, parsing } = await typed(session, document, keystrokes);
  const floor = { what: 'bare parse', value: median(parsing) };
  yield { what: 'keystroke to diagnostics, p50', on, unit: 'ms', value: median(typing), floor };
  yield { what: 'keystroke to diagnostics, p95', on, unit: 'ms', value: quantile(typing, 0.95), floor };
  if (on === MAIN) {
    for (const asking of ASKINGS) {
      for (const behind of [false, true]) {
        const what = `${asking.what}${behind ? ' behind a keystroke' : ''}, p95`;
        yield { what, on, unit: 'ms', value: quantile(await asked(session, document, asking, questions, behind), 0.95), floor };
      }
    }
  }
  const peak = memoryOf(session.pid)?.peak;
  if (peak !== undefined) yield { what: 'peak memory', on, unit: 'MB', value: peak };
  if (on === MAIN) yield* memoryFigures(session, effort);
}

/** The times from a keystroke to its diagnostics, and those of a bare parse between two keystrokes: both meet the same noise. */
async function typed(session: Session, document: BenchDocument, keystrokes: number) {
  const typing: number[] = [];
  const parsing: number[] = [];
  for (let i = 0; i < keystrokes; i++) {
    session.press();
    typing.push((await session.published()).ms);
    // The bare parse of a large text takes a second: every fourth keystroke is enough there.
    if (document.text.length < LARGE || i % 4 === 0) parsing.push(await timeOf(() => bareParse(document)));
    await pause(BREATH);
  }
  return { typing, parsing };
}

/** In characters. */
const LARGE = 500_000;

/** Between two keystrokes, in ms. */
const BREATH = 20;

async function asked(session: Session, document: BenchDocument, { ask }: Asking, questions: number, behindKeystroke: boolean) {
  const times: number[] = [];
  for (const offset of someActions(document, questions)) {
    const position = session.positionAt(offset - 1);
    if (behindKeystroke) session.press();
    times.push(await timeOf(() => ask(session, position)));
    if (behindKeystroke) await session.published();
    await pause(BREATH / 2);
  }
  return times;
}

/** Whether versions that are gone leave something behind. */
async function* memoryFigures(session: Session, effort: Effort): AsyncGenerator<Figure> {
  const before = await settledMemory(session);
  for (let edit = 1; edit <= EDITS[effort]; edit++) {
    session.press();
    if (edit % 5 === 0) await session.published();
  }
  await session.published();
  const after = await settledMemory(session);
  if (before === undefined || after === undefined) return;
  const what = `memory after ${EDITS[effort].toLocaleString('en')} edits`;
  yield { what, on: MAIN, unit: 'MB', value: after, floor: { what: 'before', value: before } };
}

const EDITS: Readonly<Record<Effort, number>> = { quick: 200, full: 2000 };

/** Memory when garbage has been collected: the least of a second. */
async function settledMemory({ pid }: Session): Promise<number | undefined> {
  let least = memoryOf(pid)?.now;
  for (let i = 0; i < 10 && least !== undefined; i++) {
    await pause(100);
    least = Math.min(least, memoryOf(pid)?.now ?? least);
  }
  return least;
}
