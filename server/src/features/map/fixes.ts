import type { Finding } from '../../rules/index.ts';
import { overlaps, type Span } from '../../text/span.ts';

/** The preferred fix of a finding. */
export interface FoundFix {
  readonly title: string;
  /** What the finding would have in place of what is written. */
  readonly suggestion: string | undefined;
}

/** The fix of a finding at a place; `about`: the function that the finding must be about, if it names one. */
export type FixFinder = (span: Span, about: string) => FoundFix | undefined;

export function fixFinder(findings: readonly Finding[]): FixFinder {
  return (span, about) => {
    for (const { span: own, subject, fixes } of findings) {
      if (!overlaps(own, span) || (subject.function !== undefined && subject.function !== about)) continue;
      const preferred = fixes().find((fix) => fix.preferred);
      if (preferred) return { title: preferred.title, suggestion: subject.suggestion };
    }
    return undefined;
  };
}
