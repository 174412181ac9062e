import type { Analysis } from '../analysis/index.ts';
import { checkAll, type Finding } from '../rules/index.ts';
import type { ClientSupport } from './clientSupport.ts';
import type { Settings } from './settings.ts';

/** What every request is answered from. */
export interface Session {
  readonly support: ClientSupport;
  readonly settings: () => Settings;
  /** Done when the client has told its settings. */
  readonly settingsKnown: Promise<void>;
  /** The analysis of an open document as it is now; `undefined` when it is not open or the user wants no checks. */
  readonly analysisOf: (uri: string) => Analysis | undefined;
  /** Tells the user's log. */
  readonly log: (message: string) => void;
}

/** The findings of a document under the user's settings. */
export function findingsOf(analysis: Analysis, { settings, log }: Session): readonly Finding[] {
  return checkAll(analysis, {
    severities: settings().rules,
    onCrash: (ruleId, error) => log(`The rule ${ruleId} failed in ${analysis.source.uri}: ${describeError(error)}`),
  });
}

/** With the stack, where there is one: it goes to the log, not to the user. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
