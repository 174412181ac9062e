import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type IgnorePatterns, isExcluded, parseIgnorePatterns } from '../../configuration/index.ts';

/** Files in which templates and policies are written; whether one is, its content decides. */
const ENDINGS = /\.(?:ya?ml|jsonc?|template)$/i;

/** Folders that hold nobody's own templates. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git', '.aws-sam']);

/** Patterns and the folder that they are relative to. */
interface IgnoreFile {
  readonly folder: string;
  readonly patterns: IgnorePatterns;
}

/**
 * The files in a folder and the folders below it that may be templates or policies, in alphabetical order, each when it is asked for.
 * Left out is what git would ignore. Links to folders are not followed.
 *
 * @param folder absolute
 * @returns absolute paths
 * @throws what the file system throws, when the folder itself cannot be read
 */
export function* searchFolder(folder: string): Generator<string> {
  yield* filesIn(folder, readdirSync(folder, { withFileTypes: true }), ignoreFilesAbove(folder));
}

function* filesIn(folder: string, entries: readonly Dirent[], outer: readonly IgnoreFile[]): Generator<string> {
  const ignoreFiles = [...outer, ...ignoreFile(folder, '.gitignore')];
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name) && !isIgnored(path, true, ignoreFiles))
        yield* filesIn(path, readable(path), ignoreFiles);
    } else if (ENDINGS.test(entry.name) && isFile(path, entry) && !isIgnored(path, false, ignoreFiles)) {
      yield path;
    }
  }
}

/** A folder below that cannot be read holds nothing to check. */
function readable(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isFile(path: string, entry: Dirent): boolean {
  return entry.isFile() || (entry.isSymbolicLink() && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false));
}

/** The nearest file with a matching pattern decides. */
function isIgnored(path: string, isFolder: boolean, ignoreFiles: readonly IgnoreFile[]): boolean {
  for (const { folder, patterns } of ignoreFiles.toReversed()) {
    const excluded = isExcluded(patterns, relative(folder, path).split(sep).join('/'), isFolder);
    if (excluded !== undefined) return excluded;
  }
  return false;
}

/** What the repository around the folder ignores: its own list of exclusions and the `.gitignore` files on the way down. */
function ignoreFilesAbove(folder: string): readonly IgnoreFile[] {
  const way = ancestors(folder);
  const root = [folder, ...way].findIndex((each) => existsSync(join(each, '.git')));
  if (root < 0) return [];
  const top = [folder, ...way][root] ?? folder;
  const above = way.slice(0, root).reverse();
  return [...ignoreFile(top, join('.git', 'info', 'exclude')), ...above.flatMap((each) => ignoreFile(each, '.gitignore'))];
}

function ancestors(folder: string): readonly string[] {
  const parent = dirname(resolve(folder));
  return parent === folder ? [] : [parent, ...ancestors(parent)];
}

function ignoreFile(folder: string, name: string): readonly IgnoreFile[] {
  try {
    return [{ folder, patterns: parseIgnorePatterns(readFileSync(join(folder, name), 'utf8')) }];
  } catch {
    return [];
  }
}
