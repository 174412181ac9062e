/**
 * Facts about a document that outlive its versions. A fact is worked out by asking the version; what was asked, and what the answer
 * was, is noted. In a later version the fact still holds if the same questions have the same answers, so only what an edit touches is
 * worked out again. Nothing is declared by hand, hence nothing can be forgotten: whoever asks is noted.
 */

/** One version of a document that answers questions, each through `noted`. */
export interface Version {
  /** The same object in all versions of a document: facts about the whole of it hang on it. */
  readonly lineage: object;
  /** A different object in each version. */
  readonly revision: object;
}

/** Whether a question that was asked has the same answer in another version. */
type Holds<D> = (version: D) => boolean;

/** The questions that the fact which is being worked out has asked so far, by what was asked. */
let asked: Map<unknown, Holds<never>> | undefined;

/**
 * Asks the version something, and notes that it was asked.
 *
 * @param question tells it from all other questions
 */
export function noted<D extends Version, V>(version: D, question: string | object, answer: (version: D) => V): V {
  const given = answer(version);
  if (asked && !asked.has(question)) asked.set(question, (later: D) => Object.is(answer(later), given));
  return given;
}

interface Memo<D, V> {
  readonly value: V;
  readonly questions: readonly Holds<D>[];
  /** The version in which it was last known to hold. */
  revision: object;
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
  const memos = new WeakMap<K, Memo<D, V>>();
  const ask = (version: D, key: K): V => {
    const known = memos.get(key);
    if (known && holds(known, version)) return known.value;
    const { value, questions } = watched(() => work(version, key));
    const kept = known && isSame(known.value, value) ? known.value : value;
    memos.set(key, { value: kept, questions, revision: version.revision });
    return kept;
  };
  const questions = new WeakMap<K, object>();
  return (version, key) => {
    if (!asked) return ask(version, key);
    const question = questions.get(key) ?? {};
    questions.set(key, question);
    return noted(version, question, (later: D) => ask(later, key));
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

function holds<D extends Version, V>(memo: Memo<D, V>, version: D): boolean {
  if (memo.revision === version.revision) return true;
  const all = unwatched(() => memo.questions.every((question) => question(version)));
  if (all) memo.revision = version.revision;
  return all;
}

function watched<D, V>(work: () => V): { readonly value: V; readonly questions: readonly Holds<D>[] } {
  const around = asked;
  const own = new Map<unknown, Holds<D>>();
  asked = own;
  try {
    return { value: work(), questions: [...own.values()] };
  } finally {
    asked = around;
  }
}

function unwatched<V>(work: () => V): V {
  const around = asked;
  asked = undefined;
  try {
    return work();
  } finally {
    asked = around;
  }
}
