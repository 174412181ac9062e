/**
 * The same function, which works its answer out once for each object and keeps it as long as the object lives: for objects that never change,
 * whose answer depends on nothing else.
 */
export function onceFor<K extends object, T>(work: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly answer: T }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.answer;
    const answer = work(key);
    known.set(key, { answer });
    return answer;
  };
}

/** The same for keys that are texts or numbers. Its answers are never given up: for what is of one size, as the data about AWS. */
export function remember<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const before = kept.get(key);
    if (before) return before.value;
    const value = work(key);
    kept.set(key, { value });
    return value;
  };
}

/** The same for a function without a parameter. */
export function once<Value>(work: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => {
    kept ??= { value: work() };
    return kept.value;
  };
}
