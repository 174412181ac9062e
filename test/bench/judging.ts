import type { Figure } from './figures.ts';
import type { Target } from './targets.ts';

/**
 * `met`; `close`: less than a tenth above the ratio; `missed`: more than that; `over`: more than the limit, which is told and not judged,
 * because the machine may be slow; `none`: there is no target.
 */
export type Verdict = 'met' | 'close' | 'over' | 'missed' | 'none';

export interface Judged {
  readonly figure: Figure;
  readonly ratio: number | undefined;
  readonly target: Target | undefined;
  readonly verdict: Verdict;
}

export function judge(figure: Figure, targets: readonly Target[]): Judged {
  const { floor, value } = figure;
  const ratio = floor && value / floor.value;
  const target = targets.find(({ what, on }) => what === figure.what && (on === undefined || on === figure.on));
  return { figure, ratio, target, verdict: target ? verdictOn(value, target, ratio) : 'none' };
}

/** Whether the run as a whole is a failure. */
export const hasMissed = (judged: readonly Judged[]): boolean => judged.some(({ verdict }) => verdict === 'missed');

/** The targets that a whole run says nothing about: memory, say, where the system does not tell it. */
export function unmeasured(judged: readonly Judged[], targets: readonly Target[]): readonly Target[] {
  const reached = new Set(judged.map(({ target }) => target));
  return targets.filter((target) => !reached.has(target));
}

function verdictOn(value: number, target: Target, ratio = 0): Verdict {
  const { limit = Number.POSITIVE_INFINITY, ratio: wanted = Number.POSITIVE_INFINITY } = target;
  if (ratio > wanted * TOLERANCE) return 'missed';
  if (value > limit) return 'over';
  return ratio > wanted ? 'close' : 'met';
}

/** Of two runs on one machine even ratios differ by so much. */
const TOLERANCE = 1.1;
