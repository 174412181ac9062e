import { pause } from '../clock.ts';
import { type BenchDocument, benchDocument, type DocumentName, someActions } from '../documents.ts';
import type { Effort, Figure, Floor } from '../figures.ts';
import { median, quantile } from '../quantiles.ts';
import { memoryOf } from '../server/processFacts.ts';
import { ASKINGS, asked, type Places } from '../server/requests.ts';
import { type Session, startSession } from '../server/session.ts';
import { typed } from '../server/typing.ts';

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
  const { diagnostics } = await session.open();
  const { typing, parsing } = await typed(session, document, COUNTS[effort].keystrokes);
  const on = document.name;
  const passed = typing.map((each) => each.passed);
  const floor = { what: 'bare parse', value: median(parsing.map((each) => each.passed)) };
  yield { what: 'keystroke to diagnostics, p50', on, unit: 'ms', value: median(passed), floor };
  yield { what: 'keystroke to diagnostics, p95', on, unit: 'ms', value: quantile(passed, 0.95), floor };
  const floorOfProcessor = { what: 'bare parse', value: median(parsing.map(({ processor }) => processor)) };
  const processor = median(typing.map((each) => each.processor));
  yield { what: 'keystroke to diagnostics, processor time', on, unit: 'ms', value: processor, floor: floorOfProcessor };
  const actions = someActions(document, COUNTS[effort].questions).map((offset) => session.positionAt(offset - 1));
  const findings = diagnostics.map(({ range }) => range.start);
  if (on === MAIN) yield* answerFigures(session, { actions, findings }, floor, effort);
  yield { what: 'peak memory', on, unit: 'MB', value: memoryOf(session.pid).peak };
  if (on === MAIN) yield* editedFigures(session, effort);
}

async function* answerFigures(session: Session, places: Places, floor: Floor, effort: Effort): AsyncGenerator<Figure> {
  const { questions } = COUNTS[effort];
  for (const asking of ASKINGS) {
    for (const behindKeystroke of [false, true]) {
      const what = `${asking.what}${behindKeystroke ? ' behind a keystroke' : ''}, p95`;
      const times = await asked(session, places, asking, { questions, behindKeystroke });
      yield { what, on: MAIN, unit: 'ms', value: quantile(times, 0.95), floor };
    }
  }
}

/** Garbage that is not collected yet is in it; whether something stays behind is seen in the stage `memory`. */
async function* editedFigures(session: Session, effort: Effort): AsyncGenerator<Figure> {
  const before = await settledMemory(session);
  for (let edit = 1; edit <= EDITS[effort]; edit++) {
    session.press();
    if (edit % 5 === 0) await session.published();
  }
  await session.published();
  const after = await settledMemory(session);
  const what = `memory after ${EDITS[effort].toLocaleString('en')} edits`;
  yield { what, on: MAIN, unit: 'MB', value: after, floor: { what: 'before', value: before } };
}

const EDITS: Readonly<Record<Effort, number>> = { quick: 200, full: 2000 };

/** Memory when garbage has been collected: the least of a second. */
async function settledMemory({ pid }: Session): Promise<number> {
  let least = memoryOf(pid).now;
  for (let i = 0; i < 10; i++) {
    await pause(100);
    least = Math.min(least, memoryOf(pid).now);
  }
  return least;
}
