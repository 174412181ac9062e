import { performance } from 'node:perf_hooks';

/** How long something takes, in milliseconds. */
export async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Leaves the processor to others for a moment: time to collect garbage, and for what an editor would do meanwhile. */
export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
