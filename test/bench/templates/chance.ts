/** Choices that look random and are the same for the same seed. */
export interface Chance {
  readonly oneOf: <T>(choices: readonly [T, ...T[]]) => T;
  /** So many of the choices, in their order. */
  readonly someOf: <T>(choices: readonly T[], count: number) => readonly T[];
  /** Whether something happens that happens in so many of a hundred cases. */
  readonly percent: (share: number) => boolean;
}

export function chanceFrom(seed: number): Chance {
  let state = seed;
  /** A linear congruential generator with the constants of Numerical Recipes; below 1. */
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    oneOf: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
    someOf: (choices, count) => {
      const ranked = choices.map((choice, place) => ({ choice, place, rank: next() })).sort((a, b) => a.rank - b.rank);
      return ranked
        .slice(0, count)
        .sort((a, b) => a.place - b.place)
        .map(({ choice }) => choice);
    },
    percent: (share) => next() * 100 < share,
  };
}
