import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this package. The sources, the bundles and the tests' bundles lie at different depths below it. */
export function packageFolder(): string {
  folder ??= holderOfData(import.meta.dirname);
  return folder;
}

/** The version in package.json. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8'));
  return manifest instanceof Object && 'version' in manifest ? String(manifest.version) : '';
}

let folder: string | undefined;

/** The nearest folder above that holds the data. */
function holderOfData(from: string): string {
  if (existsSync(join(from, 'server', 'data', 'iam-head.txt'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('The folder server/data is missing: the installation of Lambda IAM is incomplete.');
  return holderOfData(parent);
}
