import type { SymbolicString } from './symbolicString.ts';

/** What is made of a value, once for each: a policy's strings are compared with those of every request. */
export function perValue<T>(work: (value: SymbolicString) => T): (value: SymbolicString) => T {
  const known = new WeakMap<SymbolicString, { readonly made: T }>();
  return (value) => {
    const before = known.get(value);
    if (before) return before.made;
    const made = work(value);
    known.set(value, { made });
    return made;
  };
}
