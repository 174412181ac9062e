import { distance } from 'fastest-levenshtein';

/** The name that was probably meant, if one is so near that a slip explains the difference. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const lower = written.toLowerCase();
  const ranked = names.map((name) => ({ name, away: distance(lower, name.toLowerCase()) })).sort((a, b) => a.away - b.away);
  const [first] = ranked;
  return first && first.away <= Math.max(2, written.length / 3) ? first.name : undefined;
}

/** A sentence to put behind "Unknown …": ` Did you mean "check"?`, or nothing. */
export function didYouMean(written: string, names: readonly string[]): string {
  const name = nearest(written, names);
  return name === undefined ? '' : ` Did you mean "${name}"?`;
}
