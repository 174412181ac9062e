import { Bench } from 'tinybench';
import type { Effort } from './figures.ts';

/** How long each piece of work takes when it is done again and again, in ms: the median. */
export async function repeated(works: readonly (() => unknown)[], effort: Effort): Promise<readonly number[]> {
  const time = effort === 'quick' ? 100 : 500;
  const bench = new Bench({ time, iterations: 6, warmupTime: time / 4, warmupIterations: 2 });
  works.forEach((work, index) => void bench.add(String(index), () => void work(), { async: false }));
  const tasks = await bench.run();
  return tasks.map(({ result }) => ('latency' in result ? result.latency.p50 : Number.NaN));
}
