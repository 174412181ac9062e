/** How a file is written, counted. */

/** How often a file does something one way or another. */
export type Tally<T> = Map<T, number>;

/** The way that was counted most often; the first one counted of those that are equally frequent. */
export function most<T>(tally: ReadonlyMap<T, number>, usual: T): T {
  let best = usual;
  let count = 0;
  for (const [way, times] of tally) {
    if (times > count) [best, count] = [way, times];
  }
  return best;
}

/** How often each thing is done in each way. */
export interface Tallies {
  readonly steps: Tally<number>;
  readonly units: Tally<string>;
  readonly dashIndents: Tally<number>;
  readonly dashGaps: Tally<number>;
  readonly quotes: Tally<'single' | 'double'>;
  readonly keyQuotes: Tally<'plain' | 'single' | 'double'>;
  readonly calls: Tally<'short' | 'long'>;
  readonly shortGetAtt: Tally<'dotted' | 'list'>;
  readonly longGetAtt: Tally<'dotted' | 'list'>;
  readonly lists: Tally<'flow' | 'block'>;
  readonly arguments: Tally<'flow' | 'block'>;
  readonly inline: Readonly<Record<'mapping' | 'sequence' | 'single mapping' | 'single sequence' | 'any', Tally<boolean>>>;
  readonly colons: Tally<string>;
  readonly commas: Tally<string>;
  readonly bracePaddings: Tally<string>;
  readonly bracketPaddings: Tally<string>;
}

export function emptyTallies(): Tallies {
  return {
    steps: new Map(),
    units: new Map(),
    dashIndents: new Map(),
    dashGaps: new Map(),
    quotes: new Map(),
    keyQuotes: new Map(),
    calls: new Map(),
    shortGetAtt: new Map(),
    longGetAtt: new Map(),
    lists: new Map(),
    arguments: new Map(),
    inline: {
      mapping: new Map(),
      sequence: new Map(),
      'single mapping': new Map(),
      'single sequence': new Map(),
      any: new Map(),
    },
    colons: new Map(),
    commas: new Map(),
    bracePaddings: new Map(),
    bracketPaddings: new Map(),
  };
}

/** Counts what was done in some way. */
export function count<T>(tally: Tally<T>, way: T, times = 1): void {
  tally.set(way, (tally.get(way) ?? 0) + times);
}

/** Counts all of the one with the other. */
export function addAll(to: Tallies, from: Tallies): void {
  add(to.steps, from.steps);
  add(to.units, from.units);
  add(to.dashIndents, from.dashIndents);
  add(to.dashGaps, from.dashGaps);
  add(to.quotes, from.quotes);
  add(to.keyQuotes, from.keyQuotes);
  add(to.calls, from.calls);
  add(to.shortGetAtt, from.shortGetAtt);
  add(to.longGetAtt, from.longGetAtt);
  add(to.lists, from.lists);
  add(to.arguments, from.arguments);
  add(to.inline.mapping, from.inline.mapping);
  add(to.inline.sequence, from.inline.sequence);
  add(to.inline['single mapping'], from.inline['single mapping']);
  add(to.inline['single sequence'], from.inline['single sequence']);
  add(to.inline.any, from.inline.any);
  add(to.colons, from.colons);
  add(to.commas, from.commas);
  add(to.bracePaddings, from.bracePaddings);
  add(to.bracketPaddings, from.bracketPaddings);
}

function add<T>(to: Tally<T>, from: Tally<T>): void {
  for (const [way, times] of from) count(to, way, times);
}
