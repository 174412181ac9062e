import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Builds all bundles for this test file as they are shipped. @returns their folder, from where Node's find the data */
export function buildBundles(): string {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'lambda-iam-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  execFileSync(process.execPath, [join(root, 'server', 'tools', 'build.mjs'), '--minify', '--into', folder], {
    stdio: 'inherit',
  });
  return folder;
}
