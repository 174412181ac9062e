import type { Connection } from 'vscode-languageserver';
import { describeError } from '../errors.ts';
import { type Checking, checkFile } from './checkFile.ts';
import type { ClosedFiles } from './closedFiles.ts';
import { startProgress } from './progress.ts';
import { createQueue, type Queue } from './queue.ts';
import { searchAt } from './searchAt.ts';
import { keyOf } from './uris.ts';

/** Has files found and checked, one after the other. */
export interface Survey {
  /** Folders of the workspace, whose files are to be checked. */
  readonly search: (folders: readonly string[]) => void;
  /** Files that may have changed, and folders that may have come or gone: before all others. */
  readonly lookAt: (uris: readonly string[]) => void;
  /** Files that are known, and of which something else may be found now. */
  readonly checkAgain: (uris: readonly string[]) => void;
  /** Leaves what is still to be done. */
  readonly stop: () => void;
}

/** @param finished called whenever nothing is left to be done */
export function createSurvey(connection: Connection, checking: Checking, finished: () => void): Survey {
  const [folders, places, found] = [createQueue(), createQueue(), createQueue()];
  const queues = [folders, places, found];
  let stops = 0;
  let isRunning = false;
  const stop = (): void => {
    stops++;
    for (const queue of queues) queue.clear();
  };
  const step = async (): Promise<'searched' | 'checked'> => {
    const stopsBefore = stops;
    const isStopped = (): boolean => stops > stopsBefore;
    const place = places.next();
    const folder = place === undefined ? folders.next() : undefined;
    if (place !== undefined) await searchAt(place, news(place, checking.files, found), checking, isStopped);
    if (folder !== undefined) await searchAt(folder, found.add, checking, isStopped);
    if (place !== undefined || folder !== undefined) return 'searched';
    const file = found.next();
    if (file !== undefined) await checkFile(file, checking);
    return 'checked';
  };
  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    const progress = startProgress(connection, checking.host.now, stop);
    for (let done = 0; queues.some(({ size }) => size() > 0); progress.tell(done, done + found.size())) {
      const what = await step().catch((error) => checking.log(`Checking the workspace failed: ${describeError(error)}`));
      if (what === 'checked') done++;
    }
    progress.end();
    isRunning = false;
    finished();
  };
  const putting = (put: (uri: string) => void) => (uris: readonly string[]) => {
    uris.forEach(put);
    void run();
  };
  return { search: putting(folders.add), lookAt: putting(places.add), checkAgain: putting(found.add), stop };
}

/**
 * Takes what is found at a place at which something has changed: of the files below it only those that are new, because a file that has
 * changed is a place itself.
 */
function news(place: string, { has }: ClosedFiles, found: Queue): (uri: string) => void {
  return (uri) => {
    if (!has(uri) || keyOf(uri) === keyOf(place)) found.addFirst(uri);
  };
}
