import type { Offset } from './span.ts';

/** What differs between two versions of a text: one stretch, with the same text before and behind it. */
export interface Change {
  readonly start: Offset;
  /** Where it ends in the earlier version, and in the later one. */
  readonly endBefore: Offset;
  readonly endAfter: Offset;
}

/** The smallest stretch that differs; empty in both versions where they are the same. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = sharedLength(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const behind = sharedLength(
    shorter - start,
    (from, to) => before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  return { start, endBefore: before.length - behind, endAfter: after.length - behind };
}

const LONGEST_STEP = 2 ** 14;

/** How far two texts agree. Engines compare long stretches much faster than this could go through their characters. */
function sharedLength(most: number, isSame: (from: number, to: number) => boolean): number {
  let length = 0;
  for (let step = LONGEST_STEP; step >= 1; step = Math.floor(step / 4)) {
    while (length + step <= most && isSame(length, length + step)) length += step;
  }
  return length;
}
