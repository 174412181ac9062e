import type { Connection } from 'vscode-languageserver';
import { describeError } from '../errors.ts';
import { type Checking, checkFile } from './checkFile.ts';
import { startProgress } from './progress.ts';
import { createQueue } from './queue.ts';
import { searchAt } from './searchAt.ts';

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

export function createSurvey(connection: Connection, checking: Checking): Survey {
  const [places, found] = [createQueue(), createQueue()];
  let stops = 0;
  let isRunning = false;
  const stop = (): void => {
    stops++;
    places.clear();
    found.clear();
  };
  const step = async (): Promise<'searched' | 'checked'> => {
    const stopsBefore = stops;
    const place = places.next();
    if (place !== undefined) {
      await searchAt(place, found, checking, () => stops > stopsBefore);
      return 'searched';
    }
    const file = found.next();
    if (file !== undefined) await checkFile(file, checking);
    return 'checked';
  };
  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    const progress = startProgress(connection, checking.host.now, stop);
    for (let done = 0; places.size() + found.size() > 0; progress.tell(done, done + found.size())) {
      const what = await step().catch((error) => checking.log(`Checking the workspace failed: ${describeError(error)}`));
      if (what === 'checked') done++;
    }
    progress.end();
    isRunning = false;
  };
  const putting = (put: (uri: string) => void) => (uris: readonly string[]) => {
    uris.forEach(put);
    void run();
  };
  return { search: putting(places.add), lookAt: putting(places.addFirst), checkAgain: putting(found.add), stop };
}
