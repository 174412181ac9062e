import type { Verdict } from '../../lambda/index.ts';

const MARKS: Readonly<Record<Verdict, string>> = { granted: '✓', denied: '✗', missing: '✗', unknown: '?' };

/** A sign for a verdict: `✓`, `✗`, `?`. */
export function mark(verdict: Verdict): string {
  return MARKS[verdict];
}

const WORDS: Readonly<Record<Verdict, string>> = {
  granted: 'Allowed',
  denied: 'Denied',
  missing: 'Not allowed',
  unknown: 'Not known from these files',
};

export function verdictWord(verdict: Verdict): string {
  return WORDS[verdict];
}
