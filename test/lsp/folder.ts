import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';

/** A folder of its own on disk, removed after the tests. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = mkdtempSync(join(tmpdir(), 'lambda-iam-lsp-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    /** Of a file in it, or of the folder itself. */
    uri: (name = '') => pathToFileURL(join(folder, name)).href,
    write,
    move: (name: string, to: string) => renameSync(join(folder, name), join(folder, to)),
    remove: (name: string) => rmSync(join(folder, name), { recursive: true }),
  };
}
