/** The three answers. `unknown` is what the files do not say; no rule decides on it. */
export type Ternary = 'yes' | 'no' | 'unknown';

export function not(a: Ternary): Ternary {
  if (a === 'unknown') return a;
  return a === 'yes' ? 'no' : 'yes';
}

/** `no` as soon as one is `no`; `yes` only when all are. */
export function every(answers: Iterable<Ternary>): Ternary {
  let result: Ternary = 'yes';
  for (const answer of answers) {
    if (answer === 'no') return 'no';
    if (answer === 'unknown') result = 'unknown';
  }
  return result;
}

/** `yes` as soon as one is `yes`; `no` only when all are. */
export function some(answers: Iterable<Ternary>): Ternary {
  let result: Ternary = 'no';
  for (const answer of answers) {
    if (answer === 'yes') return 'yes';
    if (answer === 'unknown') result = 'unknown';
  }
  return result;
}

/** What is known when one of these is the case, but not which: `unknown` unless they agree. Nothing at all is `unknown`. */
export function either(answers: Iterable<Ternary>): Ternary {
  let result: Ternary | undefined;
  for (const answer of answers) {
    if (answer === 'unknown' || (result !== undefined && result !== answer)) return 'unknown';
    result = answer;
  }
  return result ?? 'unknown';
}

export function both(a: Ternary, b: Ternary): Ternary {
  return every([a, b]);
}
