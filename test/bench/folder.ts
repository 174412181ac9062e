import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from './templates/index.ts';

export interface GeneratedFile {
  readonly languageId: 'yaml' | 'json';
  readonly text: string;
}

/** A folder of templates as a project has them: with one to three functions, of both kinds, in both languages. */
export interface GeneratedFolder {
  readonly path: string;
  readonly files: readonly GeneratedFile[];
  readonly remove: () => void;
}

export function folderOf(count: number): GeneratedFolder {
  const path = mkdtempSync(join(tmpdir(), 'lambda-iam-bench-'));
  const files = Array.from({ length: count }, (_, index) => fileOf(index));
  files.forEach(({ languageId, text }, index) => void writeFileSync(join(path, `${index}.${languageId}`), text));
  return { path, files, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function fileOf(index: number): GeneratedFile {
  const style = index % 2 === 0 ? 'sam' : 'cloudformation';
  const generated = generate({ functions: 1 + (index % 3), style, seed: index });
  const languageId = index % 5 === 0 ? 'json' : 'yaml';
  return { languageId, text: generated[languageId] };
}
