/** The same function, which works out each answer once and keeps it. */
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
