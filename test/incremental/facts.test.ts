import { expect, test } from 'vitest';
import { Answers, documentFact, fact, lookup, sameItems, type Version } from '../../server/src/incremental/facts.ts';

/** A document that is a list of words, each an object that lives on where it does not change. */
class Words implements Version {
  readonly lineage: Answers<Words>;
  readonly revision = {};
  readonly #words: ReadonlyMap<string, Word>;

  constructor(words: readonly Word[], before?: Words) {
    this.lineage = before?.lineage ?? new Answers();
    this.#words = new Map(words.map((word) => [word.id, word]));
  }

  word(id: string): Word | undefined {
    return this.lineage.ask(this, id, (version) => version.#words.get(id));
  }

  get all(): readonly Word[] {
    return [...this.lineage.ask(this, 'all', (version) => version.#words).values()];
  }
}

interface Word {
  readonly id: string;
  readonly text: string;
}

const word = (id: string, text: string): Word => ({ id, text });

/** Facts that count how often each is worked out. */
function counting() {
  const worked: string[] = [];
  const lengthOf = fact((_: Words, { id, text }: Word) => {
    worked.push(`length of ${id}`);
    return text.length;
  });
  const lengths = documentFact((version: Words) => {
    worked.push('lengths');
    return version.all.map((each) => lengthOf(version, each));
  }, sameItems);
  const longest = documentFact((version: Words) => {
    worked.push('longest');
    return Math.max(...lengths(version));
  });
  const isAsLong = lookup((version: Words, each: Word) => lengthOf(version, each) === longest(version));
  const praise = fact((version: Words, each: Word) => {
    worked.push(`praise of ${each.id}`);
    return isAsLong(version, each) ? `${each.text}!` : each.text;
  });
  const first = fact((version: Words, each: Word) => {
    worked.push(`first of ${each.id}`);
    return version.word('a')?.text;
  });
  return { worked: () => worked.splice(0).sort(), lengthOf, lengths, longest, praise, first };
}

test('a fact is worked out once, and in another version only if what it asked has another answer', () => {
  const { worked, longest, first } = counting();
  const [a, b, c] = [word('a', 'one'), word('b', 'three'), word('c', 'seven')];
  const before = new Words([a, b, c]);
  expect([longest(before), longest(before), first(before, b)]).toEqual([5, 5, 'one']);
  expect(worked()).toEqual(['first of b', 'length of a', 'length of b', 'length of c', 'lengths', 'longest']);
  const same = new Words([a, b, c], before);
  // The words are another map, which has the same words.
  expect([longest(same), first(same, b)]).toEqual([5, 'one']);
  expect(worked()).toEqual(['lengths']);
  const edited = new Words([a, b, word('c', 'twelve')], same);
  expect([longest(edited), first(edited, b)]).toEqual([6, 'one']);
  expect(worked()).toEqual(['length of c', 'lengths', 'longest']);
  const other = new Words([word('a', 'four'), b, word('c', 'twelve')], edited);
  expect(first(other, b)).toBe('four');
  expect(worked()).toEqual(['first of b']);
});

test('what comes out the same is the same for whoever asked', () => {
  const { worked, longest } = counting();
  const before = new Words([word('a', 'one'), word('b', 'two')]);
  expect(longest(before)).toBe(3);
  worked();
  const after = new Words([word('a', 'six'), word('b', 'two')], before);
  expect(longest(after)).toBe(3);
  expect(worked()).not.toContain('longest');
});

test('whoever looks something up depends on that alone', () => {
  const { worked, praise } = counting();
  const [a, b] = [word('a', 'one'), word('b', 'three')];
  const before = new Words([a, b, word('c', 'seven')]);
  expect([praise(before, a), praise(before, b)]).toEqual(['one', 'three!']);
  worked();
  const shorter = new Words([a, b, word('c', 'ten')], before);
  expect([praise(shorter, a), praise(shorter, b)]).toEqual(['one', 'three!']);
  expect(worked().filter((what) => what.startsWith('praise'))).toEqual([]);
  const longer = new Words([a, b, word('c', 'eleven')], shorter);
  expect([praise(longer, a), praise(longer, b)]).toEqual(['one', 'three']);
  expect(worked().filter((what) => what.startsWith('praise'))).toEqual(['praise of b']);
});

test('versions may be asked in turn', () => {
  const { longest, first } = counting();
  const b = word('b', 'three');
  const before = new Words([word('a', 'one'), b]);
  const after = new Words([word('a', 'eleven'), b], before);
  for (let turn = 0; turn < 3; turn++) {
    expect([longest(before), first(before, b)]).toEqual([5, 'one']);
    expect([longest(after), first(after, b)]).toEqual([6, 'eleven']);
  }
});

test('a fact that cannot be worked out is tried again', () => {
  let isBroken = true;
  const broken = documentFact((version: Words) => {
    if (isBroken) throw new Error('not now');
    return version.all.length;
  });
  const before = new Words([word('a', 'one')]);
  expect(() => broken(before)).toThrow('not now');
  isBroken = false;
  expect(broken(before)).toBe(1);
});
