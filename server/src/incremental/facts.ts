/**
 * Facts about a document that outlive its versions. A fact is worked out by asking the version; what was asked, and what the answer
 * was, is noted. In a later version the fact still holds if the same questions have the same answers, so only what an edit touches is
 * worked out again. Nothing is declared by hand, hence nothing can be forgotten: whoever asks is noted.
 */
import { AnswerCell, FactCell, isWorking, type Version, valueIn } from './cells.ts';

export type { Version } from './cells.ts';

/** What a document was asked; the same object in all its versions. */
export class Answers<D extends Version> {
  readonly #cells = new Map<string | object, AnswerCell<D, unknown>>();

  /**
   * Asks a version something, and notes that it was asked.
   *
   * @param question tells it from all other questions
   * @param answer cheap, since it is asked for again in each version
   */
  ask<V>(version: D, question: string | object, answer: (version: D) => V): V {
    if (isWorking()) valueIn(this.#cellFor(version, question, answer), version);
    return answer(version);
  }

  #cellFor(version: D, question: string | object, answer: (version: D) => unknown): AnswerCell<D, unknown> {
    const known = this.#cells.get(question);
    if (known) return known;
    const cell = new AnswerCell<D, unknown>(version, answer, Object.is);
    this.#cells.set(question, cell);
    return cell;
  }
}

/**
 * A fact about a key, which is some immutable object of a document (a resource, a policy), kept as long as it holds.
 *
 * @param work has to ask everything of the version that it is given, and to depend on nothing else that changes
 * @param isSame whether a new value is as good as the old one, which then stays, and with it every fact that was worked out from it
 */
export function fact<D extends Version, K extends object, V>(
  work: (version: D, key: K) => V,
  isSame: (before: V, now: V) => boolean = Object.is,
): (version: D, key: K) => V {
  const recipe = { work, isSame };
  const cells = new WeakMap<K, FactCell<D, K, V>>();
  return (version, key) => {
    const known = cells.get(key);
    const cell = known ?? new FactCell(version, key, recipe);
    if (!known) cells.set(key, cell);
    return valueIn(cell, version);
  };
}

/**
 * A fact that is only looked up in another one, as an entry of an index. It costs no more than to look it up in each version, and whoever
 * asks for it depends on the entry alone.
 */
export function lookup<D extends Version, K extends object, V>(
  look: (version: D, key: K) => V,
  isSame: (before: V, now: V) => boolean = Object.is,
): (version: D, key: K) => V {
  const cells = new WeakMap<K, AnswerCell<D, V>>();
  return (version, key) => {
    const known = cells.get(key);
    const cell = known ?? new AnswerCell(version, (later: D) => look(later, key), isSame);
    if (!known) cells.set(key, cell);
    return valueIn(cell, version);
  };
}

/** A fact that is worked out with something else in hand, which never changes: the host's knowledge. */
export function factGiven<D extends Version, K extends object, G extends object, V>(
  work: (version: D, key: K, given: G) => V,
  isSame: (before: V, now: V) => boolean = Object.is,
): (version: D, key: K, given: G) => V {
  const about = new WeakMap<G, (version: D, key: K) => V>();
  return (version, key, given) => {
    const ask = about.get(given) ?? fact((later: D, each: K) => work(later, each, given), isSame);
    about.set(given, ask);
    return ask(version, key);
  };
}

/** A fact about a whole document. */
export function documentFact<D extends Version, V>(
  work: (version: D) => V,
  isSame: (before: V, now: V) => boolean = Object.is,
): (version: D) => V {
  const about = fact<D, object, V>(work, isSame);
  return (version) => about(version, version.lineage);
}

/** For facts that are lists: the same items in the same order. */
export function sameItems<T>(before: readonly T[], now: readonly T[]): boolean {
  return before.length === now.length && before.every((item, i) => Object.is(item, now[i]));
}

/** For facts that are sets: the same items in whatever order. */
export function sameMembers<T>(before: ReadonlySet<T>, now: ReadonlySet<T>): boolean {
  if (before.size !== now.size) return false;
  for (const item of before) if (!now.has(item)) return false;
  return true;
}

/** For facts that are maps: the same keys with the same values, in whatever order. */
export function sameEntries<K, V>(before: ReadonlyMap<K, V>, now: ReadonlyMap<K, V>): boolean {
  if (before.size !== now.size) return false;
  for (const [key, value] of before) if (!now.has(key) || !Object.is(now.get(key), value)) return false;
  return true;
}

/** An index for facts: the items by what `keyOf` says of them, in their order. */
export function grouped<T, K>(items: Iterable<T>, keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
