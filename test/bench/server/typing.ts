import process from 'node:process';
import { bareParse } from '../bareParse.ts';
import { pause, timeOf } from '../clock.ts';
import type { BenchDocument } from '../documents.ts';
import { processorTimeOf } from './processFacts.ts';
import type { Session } from './session.ts';

/** What something took, in ms. */
export interface Spent {
  readonly passed: number;
  /** Of all threads; other processes hardly change it. Not a number where the system does not tell. */
  readonly processor: number;
}

/** Types for a while. Between the keystrokes the text is parsed by the bare library, so that both meet the same noise. */
export async function typed(session: Session, document: BenchDocument, keystrokes: number) {
  const typing: Spent[] = [];
  const parsing: Spent[] = [];
  for (let i = 0; i < keystrokes; i++) {
    typing.push(
      await spentBy(session.pid, async () => {
        session.press();
        return (await session.published()).ms;
      }),
    );
    // The bare parse of a large text takes a second: every fourth keystroke is enough there.
    if (document.text.length < LARGE || i % 4 === 0) {
      parsing.push(await spentBy(process.pid, () => timeOf(() => bareParse(document))));
    }
  }
  return { typing, parsing };
}

/** In characters. */
const LARGE = 500_000;

/** @param work tells how long it took until its result was there; what the process does for it a moment later counts as well */
async function spentBy(pid: number | undefined, work: () => Promise<number>): Promise<Spent> {
  const before = processorTimeOf(pid);
  const passed = await work();
  await pause(AFTERWARDS);
  return { passed, processor: processorTimeOf(pid) - before };
}

/** Leaves time to collect garbage, in ms. */
const AFTERWARDS = 20;
