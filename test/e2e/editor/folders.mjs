/** The folders that the end-to-end scripts share. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const e2e = join(import.meta.dirname, '..');

export const root = join(e2e, '..', '..');
export const hostFolder = join(e2e, 'host');
export const artifacts = join(e2e, 'artifacts');
export const suiteEntry = join(e2e, 'suite', 'index.cjs');

/** Runs `work` with a fresh folder that is removed afterwards, whatever happens. */
export async function withTemporaryFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'lambda-iam-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** The suite's workspace: `test/e2e/workspace` with the samples in `samples/`, copied so that tests may change and save files. */
export function copyTestWorkspace(into) {
  const workspace = join(into, 'workspace');
  cpSync(join(e2e, 'workspace'), workspace, { recursive: true });
  const samples = join(root, 'samples');
  if (existsSync(samples)) cpSync(samples, join(workspace, 'samples'), { recursive: true });
  return workspace;
}

/** A copy of the samples for a person to play with; the name is what the editor's title shows. */
export function copySamples(into) {
  const samples = join(into, 'samples');
  cpSync(join(root, 'samples'), samples, { recursive: true });
  return samples;
}

/** An empty folder for what a failed run leaves behind. */
export function freshArtifacts() {
  rmSync(artifacts, { recursive: true, force: true });
  mkdirSync(artifacts, { recursive: true });
  return artifacts;
}
