/**
 * `npm run update-data`: installs the packages that the data comes from into this folder, and writes `server/data` anew.
 * The result depends on the pinned versions alone: two runs give the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });

const { generate } = await import('./generate.mjs');
await generate();
