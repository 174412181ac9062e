import { Bench } from 'tinybench';
import { ownProcessorTime } from './clock.ts';
import type { Effort } from './figures.ts';

/** How long each piece of work takes when it is done again and again, in ms of processor time: the mean, because the system counts that in ticks. */
export async function repeated(works: readonly (() => unknown)[], effort: Effort): Promise<readonly number[]> {
  const time = effort === 'quick' ? 100 : 500;
  const bench = new Bench({
    now: ownProcessorTime,
    subtractTimerOverhead: false,
    time,
    iterations: 6,
    warmupTime: time / 4,
    warmupIterations: 2,
  });
  works.forEach((work, index) => void bench.add(String(index), () => void work(), { async: false }));
  const tasks = await bench.run();
  return tasks.map(({ result }) => ('latency' in result ? result.latency.mean : Number.NaN));
}
