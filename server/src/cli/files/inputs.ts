import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { reasonOf, type Unreadable } from '../../files/reading.ts';
import { searchFolder } from '../../files/search.ts';
import { UsageError } from '../usageError.ts';

/** A file to read. */
export interface Input {
  /** As given or found, with `/`. */
  readonly path: string;
  /** Absolute; absent for standard input. */
  readonly file: string | undefined;
  /** Whether the user named this very file. */
  readonly named: boolean;
}

/** The name of standard input among the paths. */
const STANDARD_INPUT = '-';

/** The same folders that a search leaves out. */
const SKIPPED_FOLDERS = ['**/node_modules/**', '**/.git/**', '**/.aws-sam/**'];

/**
 * The files that the paths name, each once, in the order of the paths; found while they are asked for.
 *
 * @param folder where relative paths start from
 * @throws UsageError for a pattern that matches nothing
 */
export function* findInputs(paths: readonly string[], folder: string): Generator<Input | Unreadable> {
  const seen = new Set<string>();
  for (const path of paths) {
    for (const input of inputsOf(path, folder)) {
      if ('error' in input || input.file === undefined) {
        yield input;
      } else if (!seen.has(input.file)) {
        seen.add(input.file);
        yield input;
      }
    }
  }
}

function* inputsOf(path: string, folder: string): Generator<Input | Unreadable> {
  if (path === STANDARD_INPUT) {
    yield { path, file: undefined, named: true };
    return;
  }
  const absolute = resolve(folder, path);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats?.isDirectory()) yield* inFolder(path, absolute);
  else if (stats) yield { path: withSlashes(path), file: absolute, named: true };
  else if (isDynamicPattern(path)) yield* matching(path, folder);
  else yield { path: withSlashes(path), error: 'no such file or folder' };
}

function* inFolder(path: string, absolute: string): Generator<Input | Unreadable> {
  try {
    for (const file of searchFolder(absolute)) {
      yield { path: withSlashes(join(path, relative(absolute, file))), file, named: false };
    }
  } catch (error) {
    yield { path: withSlashes(path), error: reasonOf(error) };
  }
}

function* matching(pattern: string, folder: string): Generator<Input> {
  const found = globSync(pattern, { cwd: folder, ignore: SKIPPED_FOLDERS, dot: true, expandDirectories: false });
  if (found.length === 0) throw new UsageError(`The pattern "${pattern}" matches no file.`);
  for (const path of found.sort()) yield { path: withSlashes(path), file: resolve(folder, path), named: false };
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}
