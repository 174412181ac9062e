/** One template condition, and whether it must hold or fail. */
export interface GuardTerm {
  readonly condition: string;
  readonly holds: boolean;
}

/** What must be the case for a piece of a template to exist: all terms together. Empty: it always exists. */
export type Guard = readonly GuardTerm[];

/** Both guards together, each term once. */
export function conjoin(a: Guard, b: Guard): Guard {
  if (b.length === 0) return a;
  return [...a, ...b.filter((term) => !a.some((other) => isSameTerm(term, other)))];
}

/** Whether the guards contradict each other in plain sight: one asks for what the other forbids. */
export function contradicts(a: Guard, b: Guard): boolean {
  return a.some((term) => b.some((other) => term.condition === other.condition && term.holds !== other.holds));
}

/** Whether every term of `guard` is among the `given` ones: then it holds wherever they do. */
export function follows(guard: Guard, given: Guard): boolean {
  return guard.every((term) => given.some((other) => isSameTerm(term, other)));
}

function isSameTerm(a: GuardTerm, b: GuardTerm): boolean {
  return a.condition === b.condition && a.holds === b.holds;
}
