import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFiles } from './knowledge.ts';
import { packageFolder } from './package.node.ts';

const pathOf = (name: string): string => join(packageFolder(), 'server', 'data', name);

/** The data on the disk. It is ASCII, and Node decodes Latin-1, which is the same for it, ten times as fast as UTF-8. */
export const dataOnDisk: DataFiles = {
  whole: (name) => readFileSync(pathOf(name), 'latin1'),
  part: (name, start, end) => {
    const file = openSync(pathOf(name), 'r');
    try {
      const bytes = Buffer.alloc(end - start);
      return bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, start));
    } finally {
      closeSync(file);
    }
  },
};
