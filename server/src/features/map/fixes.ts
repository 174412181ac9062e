import type { Finding } from '../../rules/index.ts';
import { overlaps, type Span } from '../../text/span.ts';

/** The title of the preferred fix of a finding at a place; `about`: the function that the finding must be about, if it names one. */
export type FixFinder = (span: Span, about: string) => string | undefined;

export function fixFinder(findings: readonly Finding[]): FixFinder {
  return (span, about) => {
    for (const { span: own, subject, fixes } of findings) {
      if (!overlaps(own, span) || (subject.function !== undefined && subject.function !== about)) continue;
      const preferred = fixes().find((fix) => fix.preferred);
      if (preferred) return preferred.title;
    }
    return undefined;
  };
}
