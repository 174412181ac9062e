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
  /** What checking files takes that are not open. Absent on a host without files. */
  readonly workspace?: WorkspaceHost;
  /** The day, as `2026-11-24`: what the data does not know yet is judged by its age. */
  readonly today?: () => string;
}

/** Time, in milliseconds. */
export interface Clock {
  readonly now: () => number;
  readonly pause: (time: number) => Promise<void>;
}

/** What the server needs of a host with files, to check those of the workspace that are not open. */
export interface WorkspaceHost extends Clock {
  /**
   * The files at or below a place in a folder that may be templates or policies and that git does not ignore, all as URIs, each when it
   * is asked for; nothing where nothing is. `undefined` stands between where the search may be interrupted.
   */
  readonly search: (folder: string, place: string) => Iterable<string | undefined>;
  /** The text of such a file; `undefined` where it cannot be read, is no text, is large, or is neither template nor policy at first sight. */
  readonly read: (uri: string) => Promise<string | undefined>;
}
