import type { Knowledge } from '../analysis/index.ts';

/** What the server needs of the machine it runs on. */
export interface Host {
  /** The version of this product. */
  readonly version: string;
  /** Called when the first document is analysed, so that starting costs nothing. */
  readonly knowledge: () => Knowledge;
  /** Runs the work soon, behind the messages that have already come in. */
  readonly defer: (work: () => void) => void;
}
