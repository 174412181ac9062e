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
