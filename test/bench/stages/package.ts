import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../figures.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** The extension as `npm run package` has packed it last, if it has. */
export async function* packageFigures(): AsyncGenerator<Figure> {
  const [file] = globSync('*.vsix', { cwd: ROOT });
  if (file !== undefined)
    yield { what: 'the packed extension', on: file, unit: 'KB', value: statSync(join(ROOT, file)).size / 1024 };
}
