import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The text of the file that a URI names; `undefined` where there is none, it cannot be read, or the URI names no file. */
export async function readFileAt(uri: string): Promise<string | undefined> {
  try {
    return uri.startsWith('file:') ? await readFile(fileURLToPath(uri), 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
