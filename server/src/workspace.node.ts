import { readFile, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isConfigurationFile } from './configuration/places.ts';
import { mayConcernUs } from './files/content.ts';
import { decodeText } from './files/reading.ts';
import { searchPlace } from './files/search.ts';
import type { WorkspaceHost } from './lsp/host.ts';

/** Bytes of a file that is checked without being asked for. A larger one would keep requests waiting for longer than a moment. */
const LARGEST = 100_000;

/** The files of a workspace on disk. */
export const workspaceFiles: WorkspaceHost = {
  *search(folder, place) {
    const [from, at] = [pathOf(folder), pathOf(place)];
    if (from === undefined || at === undefined) return;
    for (const path of searchPlace(from, at)) yield path && pathToFileURL(path).href;
  },
  read: async (uri) => {
    try {
      const path = fileURLToPath(uri);
      if ((await stat(path)).size > LARGEST) return undefined;
      const { text } = decodeText(await readFile(path));
      return isConfigurationFile(uri) || mayConcernUs(text) ? text : undefined;
    } catch {
      return undefined;
    }
  },
  now: Date.now,
  pause,
};

/** The path that a URI names; `undefined` where it names no file. */
function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
