/** `npm run package`: builds and packs `lambda-iam-<version>.vsix`, and refuses one that has grown too large. */
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import manifest from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..');
/** In bytes: it is downloaded anew with each version. */
const largest = 1_000_000;

if (import.meta.url === pathToFileURL(process.argv[1]).href) await packageExtension();

/** @returns the path of the packed extension */
export async function packageExtension() {
  const packagePath = join(root, `${manifest.name}-${manifest.version}.vsix`);
  await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  const { size } = statSync(packagePath);
  if (size > largest) throw new Error(`${basename(packagePath)} has ${size} bytes; the limit is ${largest}.`);
  console.log(`${basename(packagePath)}: ${Math.ceil(size / 1024)} KB`);
  return packagePath;
}
