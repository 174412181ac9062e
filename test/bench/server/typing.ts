import { bareParse } from '../bareParse.ts';
import { ownProcessorTime, pause, timeOf } from '../clock.ts';
import type { BenchDocument } from '../documents.ts';
import { processorTimeOf } from './processFacts.ts';
import type { Session } from './session.ts';

/** What something took, in ms. */
export interface Spent {
  readonly passed: number;
  readonly processor: number;
}

/** Types for a while. Between the keystrokes the text is parsed by the bare library, so that both meet the same noise. */
export async function typed(session: Session, document: BenchDocument, keystrokes: number) {
  const typing: Spent[] = [];
  const parsing: Spent[] = [];
  for (let i = 0; i < keystrokes; i++) {
    typing.push(await keystroke(session));
    // The bare parse of a large text takes a second: every fourth keystroke is enough there.
    if (document.text.length < LARGE || i % 4 === 0) parsing.push(await parse(document));
  }
  return { typing, parsing };
}

/** In characters. */
const LARGE = 500_000;

async function keystroke(session: Session): Promise<Spent> {
  const before = processorTimeOf(session.pid);
  session.press();
  const { ms: passed } = await session.published();
  // What the server tidies up behind its answer is work on the keystroke as well.
  await pause(20);
  return { passed, processor: processorTimeOf(session.pid) - before };
}

async function parse(document: BenchDocument): Promise<Spent> {
  const before = ownProcessorTime();
  const passed = await timeOf(() => bareParse(document));
  return { passed, processor: ownProcessorTime() - before };
}
