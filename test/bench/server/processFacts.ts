import { readFileSync } from 'node:fs';

/** What Linux tells of a process. What another system does not tell, or when the process is gone, is not a number. */
export interface Memory {
  /** What the process has in memory, in MB. */
  readonly now: number;
  /** The most that it ever had, in MB. */
  readonly peak: number;
}

export function memoryOf(pid: number | undefined): Memory {
  const status = contentOf(`/proc/${pid}/status`);
  const kilobytes = (field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
  return { now: kilobytes('VmRSS') / 1024, peak: kilobytes('VmHWM') / 1024 };
}

/** How long the main thread of a process has been running so far, in ms: what others do while it waits for its turn does not count. */
export function processorTimeOf(pid: number | undefined): number {
  return Number.parseInt(contentOf(`/proc/${pid}/schedstat`), 10) / 1e6;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
