import type { IamKnowledge } from '../../iam/index.ts';

/**
 * The shortest list of names and patterns that stands for just these actions of a service. A pattern ends between two words,
 * `Get*` or `GetObject*`, and matches nothing else that the service has.
 *
 * @param names without the service's prefix, as the reference spells them
 * @returns in alphabetical order, without the prefix
 */
export function wildcardsFor(service: string, names: readonly string[], iam: IamKnowledge): readonly string[] {
  const wanted = new Set(names);
  const matched = countStarts(iam.actionNames(service));
  const meant = countStarts(names);
  const isExact = (start: string): boolean => (meant.get(start) ?? 0) > 1 && meant.get(start) === matched.get(start);
  const patterns = Array.from(wanted, (name) => {
    const start = wordStartsOf(name).find(isExact);
    return start === undefined ? name : `${start}*`;
  });
  return [...new Set(patterns)].sort();
}

/** How many names start with each text. */
function countStarts(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (let length = 0; length <= name.length; length++) {
      const start = name.slice(0, length);
      counts.set(start, (counts.get(start) ?? 0) + 1);
    }
  }
  return counts;
}

/** What a name starts with, up to the end of a word: nothing, `Get`, `GetObject`, `GetObjectAcl`. */
function wordStartsOf(name: string): readonly string[] {
  const ends = Array.from(name.matchAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|$/g), ({ index }) => index);
  return [0, ...ends].map((end) => name.slice(0, end));
}
