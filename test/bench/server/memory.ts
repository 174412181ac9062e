import { readFileSync } from 'node:fs';

export interface Memory {
  /** What the process has in memory, in MB. */
  readonly now: number;
  /** The most that it ever had, in MB. */
  readonly peak: number;
}

/** The memory of a process, where the system tells it as Linux does. */
export function memoryOf(pid: number | undefined): Memory | undefined {
  const status = statusOf(pid);
  const kilobytes = (field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
  const memory = { now: kilobytes('VmRSS') / 1024, peak: kilobytes('VmHWM') / 1024 };
  return Number.isNaN(memory.peak) ? undefined : memory;
}

function statusOf(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
