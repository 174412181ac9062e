import { performance } from 'node:perf_hooks';
import process from 'node:process';

/** How long something takes, in milliseconds. */
export async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** How long this thread has been running so far, in ms: what other processes do while it waits for its turn does not count. */
export function ownProcessorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Leaves the processor to others for a moment: time to collect garbage, and for what an editor would do meanwhile. */
export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
