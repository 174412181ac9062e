import type { Knowledge } from '../analysis/index.ts';

/** What the commands need of the process they run in. */
export interface Environment {
  readonly version: string;
  readonly knowledge: () => Knowledge;
  /** The day, as `2026-11-24`. */
  readonly today: string;
  /** The folder that relative paths start from. */
  readonly folder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Whether standard output goes to a person's terminal. */
  readonly isTerminal: boolean;
  /** Writes to standard output; done when more may be written without piling it up. */
  readonly write: (text: string) => Promise<void>;
  /** Writes a line to standard error. */
  readonly complain: (line: string) => void;
  readonly readStandardInput: () => Promise<Uint8Array>;
}
