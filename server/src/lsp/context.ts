import type { Analysis } from '../analysis/index.ts';
import { checkAll, type Finding } from '../rules/index.ts';
import type { ClientSupport } from './clientSupport.ts';
import { describeError } from './errors.ts';
import type { Settings } from './settings.ts';

/** What an answer depends on besides the document. */
export interface Context {
  readonly support: ClientSupport;
  readonly settings: () => Settings;
  /** Tells the user's log. */
  readonly log: (message: string) => void;
}

/** The findings of a document under the user's settings. */
export function findingsOf(analysis: Analysis, { settings, log }: Context): readonly Finding[] {
  return checkAll(analysis, {
    severities: settings().rules,
    onCrash: (ruleId, error) => log(`The rule ${ruleId} failed in ${analysis.source.uri}: ${describeError(error)}`),
  });
}
