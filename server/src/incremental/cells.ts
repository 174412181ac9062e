/**
 * What was asked of a document, kept from version to version: answers of the document itself, and facts worked out from them. Each cell
 * remembers when its value last became another one, so that whoever asked it can tell, by comparing two numbers, whether to ask again.
 */

/** One version of a document. */
export interface Version {
  /** The same object in all versions of a document: facts about the whole of it hang on it. */
  readonly lineage: object;
  /** A different object in each version. */
  readonly revision: object;
}

/** Something that was asked, and may be asked again in another version. */
interface Cell<D> {
  /** The moment at which the value was last known to be right. */
  readonly seen: number;
  /** The moment at which the value last became another one. */
  readonly since: number;
  /** The work that noted this cell last, by its number. */
  notedBy: number;
  /** Brings the value up to date with the version that is asked at this moment. */
  readonly renew: (version: D) => void;
}

/** A new moment begins whenever another version is asked than before. Within a moment nothing changes. */
let moment = 0;
let askedVersion: object | undefined;

/** The value of a cell in a version, which is noted to have been asked. */
export function valueIn<D extends Version, V>(cell: Cell<D> & { readonly value: V }, version: D): V {
  arriveAt(version);
  if (cell.seen !== moment) cell.renew(version);
  if (current) note(cell, current);
  return cell.value;
}

function arriveAt({ revision }: Version): void {
  if (revision === askedVersion) return;
  askedVersion = revision;
  moment += 1;
}

/** What is being worked out, with the cells that it has asked so far. */
interface Work {
  readonly number: number;
  readonly asked: Cell<never>[];
}

let current: Work | undefined;
let works = 0;

export function isWorking(): boolean {
  return current !== undefined;
}

function note(cell: Cell<never>, { number, asked }: Work): void {
  if (cell.notedBy === number) return;
  cell.notedBy = number;
  asked.push(cell);
}

/** Does some work. @returns what came out, and the cells that it asked */
function watched<D, V>(work: () => V): { readonly value: V; readonly asked: readonly Cell<D>[] } {
  const around = current;
  const asked: Cell<D>[] = [];
  works += 1;
  current = { number: works, asked };
  try {
    return { value: work(), asked };
  } finally {
    current = around;
  }
}

/** Asks without noting it. */
function unwatched<D, V>(answer: (version: D) => V, version: D): V {
  const around = current;
  current = undefined;
  try {
    return answer(version);
  } finally {
    current = around;
  }
}

/** An answer that is cheap, so it is simply asked for again, whatever it depends on. */
export class AnswerCell<D extends Version, V> implements Cell<D> {
  value: V;
  seen = 0;
  since: number;
  notedBy = 0;
  readonly #answer: (version: D) => V;
  readonly #isSame: (before: V, now: V) => boolean;

  constructor(version: D, answer: (version: D) => V, isSame: (before: V, now: V) => boolean) {
    arriveAt(version);
    this.#answer = answer;
    this.#isSame = isSame;
    this.value = unwatched(answer, version);
    this.since = moment;
    this.seen = moment;
  }

  renew(version: D): void {
    this.seen = moment;
    const value = unwatched(this.#answer, version);
    if (this.#isSame(this.value, value)) return;
    this.value = value;
    this.since = moment;
  }
}

/** How a fact is worked out from a key. */
export interface Recipe<D, K, V> {
  readonly work: (version: D, key: K) => V;
  /** Whether a new value is as good as the old one, which then stays. */
  readonly isSame: (before: V, now: V) => boolean;
}

/** A fact: it holds as long as all that was asked for it has the same answers. */
export class FactCell<D extends Version, K, V> implements Cell<D> {
  value: V;
  seen: number;
  since: number;
  notedBy = 0;
  readonly #recipe: Recipe<D, K, V>;
  readonly #key: K;
  #asked: readonly Cell<D>[];

  constructor(version: D, key: K, recipe: Recipe<D, K, V>) {
    arriveAt(version);
    const { value, asked } = watched<D, V>(() => recipe.work(version, key));
    this.#recipe = recipe;
    this.#key = key;
    this.value = value;
    this.#asked = asked;
    this.since = moment;
    this.seen = moment;
  }

  renew(version: D): void {
    if (!this.#holds(version)) this.#workOut(version);
    this.seen = moment;
  }

  /** Thousands of facts are looked at for each typed character, so this is a plain loop that calls as little as it can. */
  #holds(version: D): boolean {
    const asked = this.#asked;
    const { seen } = this;
    for (let i = 0; i < asked.length; i++) {
      const cell = asked[i];
      if (cell === undefined) continue;
      if (cell.seen !== moment) cell.renew(version);
      if (cell.since > seen) return false;
    }
    return true;
  }

  #workOut(version: D): void {
    const { work, isSame } = this.#recipe;
    const { value, asked } = watched<D, V>(() => work(version, this.#key));
    this.#asked = asked;
    if (isSame(this.value, value)) return;
    this.value = value;
    this.since = moment;
  }
}
