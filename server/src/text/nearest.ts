import { distance } from 'fastest-levenshtein';

/**
 * The name that was probably meant: the nearest one, letter case aside, if it is near enough; the first of equally near ones.
 *
 * @param slips how many letters a name may differ in and still be meant
 */
export function nearest(written: string, names: Iterable<string>, slips: (name: string) => number): string | undefined {
  const lower = written.toLowerCase();
  let best: { readonly name: string; readonly away: number } | undefined;
  for (const name of names) {
    const away = distance(lower, name.toLowerCase());
    if (away <= slips(name) && away < (best?.away ?? Number.POSITIVE_INFINITY)) best = { name, away };
  }
  return best?.name;
}
