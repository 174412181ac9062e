import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Tells the user how far a piece of work is that takes long. */
export interface Progress {
  readonly tell: (done: number, total: number) => void;
  readonly end: () => void;
}

/** Milliseconds after which work counts as long. */
const LONG = 1000;

/** Milliseconds between two messages. */
const INTERVAL = 100;

/**
 * @param now a clock, in milliseconds
 * @param cancelled called when the user does not want the work
 */
export function startProgress(connection: Connection, now: () => number, cancelled: () => void): Progress {
  let next = now() + LONG;
  let reporter: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
  return {
    tell: (done, total) => {
      if (now() < next) return;
      next = now() + INTERVAL;
      const [percentage, message] = [(100 * done) / total, messageOf(done, total)];
      if (reporter) void reporter.then((shown) => shown?.report(percentage, message));
      else reporter = begin(connection, percentage, message, cancelled);
    },
    end: () => void reporter?.then((shown) => shown?.done()),
  };
}

/** @returns nothing where the client wants no progress */
async function begin(
  connection: Connection,
  percentage: number,
  message: string,
  cancelled: () => void,
): Promise<WorkDoneProgressServerReporter | undefined> {
  try {
    const reporter = await connection.window.createWorkDoneProgress();
    reporter.token.onCancellationRequested(cancelled);
    reporter.begin('Lambda IAM', percentage, message, true);
    return reporter;
  } catch {
    return undefined;
  }
}

function messageOf(done: number, total: number): string {
  return `checking ${done.toLocaleString('en')} of ${total.toLocaleString('en')} files`;
}
