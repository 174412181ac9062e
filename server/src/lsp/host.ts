import type { Answers, Context } from './answers.ts';

/** What the server needs of the machine it runs on. */
export interface Host {
  /** The version of this product. */
  readonly version: string;
  /** Loads what answers for documents: once, when the client has had its answer to `initialize`, which need not wait for it. */
  readonly loadAnswers: (context: Context) => Promise<Answers>;
  /** Runs the work soon, behind the messages that have already come in. */
  readonly defer: (work: () => void) => void;
}
