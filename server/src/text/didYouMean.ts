import { nearest } from './nearest.ts';

/** The name that was probably meant, if one is so near that a slip explains the difference. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  return nearest(written, names, () => Math.max(2, written.length / 3));
}

/** A sentence to put behind "Unknown …": ` Did you mean "check"?`, or nothing. */
export function didYouMean(written: string, names: readonly string[]): string {
  const name = nearestName(written, names);
  return name === undefined ? '' : ` Did you mean "${name}"?`;
}
