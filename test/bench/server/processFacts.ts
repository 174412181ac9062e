import { readdirSync, readFileSync } from 'node:fs';

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

/** The processor time that all threads of a process have used so far, in ms; not a number where the system does not tell. */
export function processorTimeOf(pid: number | undefined): number {
  const threads = told([], () => readdirSync(`/proc/${pid}/task`));
  if (threads.length === 0) return Number.NaN;
  const nanoseconds = threads.map((thread) =>
    Number.parseInt(
      told('0', () => readFileSync(scheduling(pid, thread), 'utf8')),
      10,
    ),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
}

const scheduling = (pid: number | undefined, thread: string): string => `/proc/${pid}/task/${thread}/schedstat`;

function statusOf(pid: number | undefined): string {
  return told('', () => readFileSync(`/proc/${pid}/status`, 'utf8'));
}

/** What the system says; the other answer where it does not, or when the process is gone. */
function told<T>(otherwise: T, ask: () => T): T {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}
