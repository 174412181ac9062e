import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
// Straight from the file: the door of that folder would load the rules before the language server answers `initialize`.
import { type IgnorePatterns, isExcluded, parseIgnorePatterns } from '../configuration/ignorePatterns.ts';

/** Files in which templates and policies are written; whether one is, its content decides. */
const ENDINGS = /\.(?:ya?ml|jsonc?|template)$/i;

/** Folders that hold nobody's own templates. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git', '.aws-sam']);

/** Patterns and the folder that they are relative to. */
interface IgnoreFile {
  readonly folder: string;
  readonly patterns: IgnorePatterns;
}

/** What the file system tells of a file or a folder. */
interface Entry {
  readonly isDirectory: () => boolean;
  readonly isFile: () => boolean;
  readonly isSymbolicLink: () => boolean;
}

/** The end of a step of a search: one folder has been read, and the caller may do something else before it goes on. */
export const PAUSE = undefined;

/**
 * The files in a folder and the folders below it that may be templates or policies, in alphabetical order, each when it is asked for.
 * Left out is what git would ignore. Links to folders are not followed.
 *
 * @param folder absolute
 * @returns absolute paths
 * @throws what the file system throws, when the folder itself cannot be read
 */
export function* searchFolder(folder: string): Generator<string> {
  for (const found of filesIn(folder, readdirSync(folder, { withFileTypes: true }), ignoreFilesAbove(folder))) {
    if (found !== PAUSE) yield found;
  }
}

/**
 * What `searchFolder` finds of a folder at or below a place in it, in steps: a file that the search would find, or those in a folder
 * that it would look into. Nothing where nothing is.
 *
 * @param place the folder itself, or a file or folder below it
 */
export function* searchPlace(folder: string, place: string): Generator<string | typeof PAUSE> {
  const names = relative(folder, place)
    .split(sep)
    .filter((name) => name !== '');
  yield* names[0] === '..' ? [] : below(folder, names, ignoreFilesAbove(folder));
}

function* below(
  folder: string,
  [name, ...names]: readonly string[],
  outer: readonly IgnoreFile[],
): Generator<string | typeof PAUSE> {
  if (name === undefined) {
    yield* filesIn(folder, readable(folder), outer);
    return;
  }
  const path = join(folder, name);
  const entry = lstatSync(path, { throwIfNoEntry: false });
  const ignoreFiles = [...outer, ...ignoreFile(folder, '.gitignore')];
  if (entry && isFolderToSearch(path, entry, ignoreFiles)) yield* below(path, names, ignoreFiles);
  else if (entry && names.length === 0 && isFileToFind(path, entry, ignoreFiles)) yield path;
}

function* filesIn(
  folder: string,
  entries: readonly (Entry & { readonly name: string })[],
  outer: readonly IgnoreFile[],
): Generator<string | typeof PAUSE> {
  yield PAUSE;
  const ignoreFiles = [...outer, ...ignoreFile(folder, '.gitignore')];
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (isFolderToSearch(path, entry, ignoreFiles)) yield* filesIn(path, readable(path), ignoreFiles);
    else if (isFileToFind(path, entry, ignoreFiles)) yield path;
  }
}

function isFolderToSearch(path: string, entry: Entry, ignoreFiles: readonly IgnoreFile[]): boolean {
  return entry.isDirectory() && !SKIPPED_FOLDERS.has(basename(path)) && !isIgnored(path, true, ignoreFiles);
}

function isFileToFind(path: string, entry: Entry, ignoreFiles: readonly IgnoreFile[]): boolean {
  return ENDINGS.test(path) && isFile(path, entry) && !isIgnored(path, false, ignoreFiles);
}

/** A folder below that cannot be read holds nothing to check. */
function readable(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isFile(path: string, entry: Entry): boolean {
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
