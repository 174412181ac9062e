import { readFileSync } from 'node:fs';

export interface Memory {
  /** What the process has in memory, in MB. */
  readonly now: number;
  /** The most that it ever had, in MB. */
  readonly peak: number;
}

/** The memory of a process, where the system tells it as Linux does. */
export function memoryOf(pid: number | undefined): Memory | undefined {
  const status = contentOf(`/proc/${pid}/status`);
  const kilobytes = (field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
  const memory = { now: kilobytes('VmRSS') / 1024, peak: kilobytes('VmHWM') / 1024 };
  return Number.isNaN(memory.peak) ? undefined : memory;
}

/**
 * How long the main thread of a process has been running so far, in ms: what other processes do while it waits for its turn does not
 * count. Not a number where the system does not tell.
 */
export function processorTimeOf(pid: number | undefined): number {
  return Number.parseInt(contentOf(`/proc/${pid}/schedstat`), 10) / 1e6;
}

/** Nothing when the process is gone, or on a system without such files. */
function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
