import type { Checking } from './checkFile.ts';
import { keyOf } from './uris.ts';

/** Files at one place that are looked into at most. Nobody's own templates are more, but what lies in a home folder may be. */
const MOST_FILES = 20_000;

/** Folders that are searched at most, for the same reason. */
const MOST_FOLDERS = 50_000;

/**
 * Searches a folder of the workspace, or a place in one at which something may have changed, come or gone.
 *
 * @param found called with each file that is there
 * @param isStopped whether nobody wants the search any more
 */
export async function searchAt(
  place: string,
  found: (uri: string) => void,
  checking: Checking,
  isStopped: () => boolean,
): Promise<void> {
  const { host, courtesy, folders, files, log } = checking;
  const folder = folders.of(place);
  const keys = new Set<string>();
  let folderCount = 0;
  await courtesy.idle();
  for (const uri of folder === undefined ? [] : host.search(folder, place)) {
    if (uri === undefined) {
      folderCount++;
      await courtesy.idle();
      if (isStopped()) return;
    } else {
      keys.add(keyOf(uri));
      found(uri);
    }
    if (keys.size === MOST_FILES || folderCount === MOST_FOLDERS) return log(tooMuch(place));
  }
  for (const uri of files.within(place)) if (!keys.has(keyOf(uri))) files.forget(uri);
}

function tooMuch(place: string): string {
  const [files, folders] = [MOST_FILES, MOST_FOLDERS].map((most) => most.toLocaleString('en'));
  return (
    `${place} holds too much: of its files only the first ${files}, in the first ${folders} folders, are checked without being open. ` +
    'Open a smaller folder, or list in .gitignore what is not your own.'
  );
}
