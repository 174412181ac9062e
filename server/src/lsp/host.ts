import type { Answers, Surroundings } from './answers.ts';

/** What the server needs of the machine it runs on. */
export interface Host {
  /** The version of this product. */
  readonly version: string;
  /** Loads what answers for documents: once, when the client has had its answer to `initialize`, which need not wait for it. */
  readonly loadAnswers: (surroundings: Surroundings) => Promise<Answers>;
  /** Runs the work soon, behind the messages that have already come in. */
  readonly defer: (work: () => void) => void;
  /** The text of a file that need not be open; `undefined` where there is none. Absent on a host without files. */
  readonly readFile?: (uri: string) => Promise<string | undefined>;
  /** The day, as `2026-11-24`: what the data does not know yet is judged by its age. */
  readonly today?: () => string;
}
