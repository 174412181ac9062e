import type { Analysis } from '../analysis/index.ts';
import { findingsFor, type Resolved } from '../configuration/index.ts';
import type { Finding } from '../rules/index.ts';
import type { ClientSupport } from './clientSupport.ts';
import { describeError } from './errors.ts';
import type { Settings } from './settings.ts';

/** What the server hands to its answers. */
export interface Surroundings {
  readonly support: ClientSupport;
  /** The user's settings for a document. */
  readonly settings: (uri: string) => Settings;
  /** Tells the user's log. */
  readonly log: (message: string) => void;
  /** The text of a file that need not be open; `undefined` where there is none. Absent on a host without files. */
  readonly readFile?: ((uri: string) => Promise<string | undefined>) | undefined;
  /** The day, as `2026-11-24`. */
  readonly today?: (() => string) | undefined;
}

/** What an answer depends on besides the document. */
export interface Context extends Surroundings {
  /** What the project and the user want for a document. */
  readonly resolvedFor: (uri: string) => Resolved;
}

/** The findings of a document under the project's configuration and the user's settings. */
export function findingsOf(analysis: Analysis, { resolvedFor, log, today }: Context): readonly Finding[] {
  const { uri } = analysis.source;
  return findingsFor(analysis, resolvedFor(uri), {
    today: today?.(),
    onCrash: (ruleId, error) => log(`The rule ${ruleId} failed in ${uri}: ${describeError(error)}`),
  });
}
