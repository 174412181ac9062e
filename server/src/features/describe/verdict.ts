import type { FunctionPermissions, Invoker, Verdict } from '../../lambda/index.ts';

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

/**
 * Whether a trigger works: whether it may call, or, where Lambda polls, whether the execution role allows all that polling takes.
 */
export function triggerVerdict({ needs }: FunctionPermissions, { trigger, verdict }: Invoker): Verdict {
  if (trigger.definition.mechanism !== 'poll') return verdict;
  const own = needs.filter(({ need }) => need.subject === trigger.name).map((need) => need.verdict);
  return own.length > 0 ? worstVerdict(own) : verdict;
}

const BY_GRAVITY: readonly Verdict[] = ['denied', 'missing', 'unknown', 'granted'];

/** The verdict on several things together. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  return BY_GRAVITY.find((one) => verdicts.includes(one)) ?? 'granted';
}
