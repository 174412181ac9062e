import type { Analysis } from '../../analysis/index.ts';

/** The same question asked by many rules, worked out once for each analysis. */
export function perAnalysis<T>(work: (analysis: Analysis) => T): (analysis: Analysis) => T {
  const known = new WeakMap<Analysis, { readonly answer: T }>();
  return (analysis) => {
    const before = known.get(analysis);
    if (before) return before.answer;
    const answer = work(analysis);
    known.set(analysis, { answer });
    return answer;
  };
}
