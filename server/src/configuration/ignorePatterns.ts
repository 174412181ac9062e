/** Patterns as git understands them in a `.gitignore`: https://git-scm.com/docs/gitignore */
import { characterSteps } from './characters.ts';
import { ANY_NUMBER, fits, type Step } from './steps.ts';

/** The patterns of one file, in their order. */
export type IgnorePatterns = readonly IgnorePattern[];

interface IgnorePattern {
  /** What the names of a path have to be, one after the other. */
  readonly names: readonly Step[];
  /** Written with `!`: takes back an earlier exclusion. */
  readonly negated: boolean;
  /** Written with a slash at the end. */
  readonly onlyFolders: boolean;
}

export function parseIgnorePatterns(text: string): IgnorePatterns {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap(parseLine);
}

/**
 * Whether the patterns exclude a file or folder: the last one that matches decides; `undefined` when none does.
 *
 * @param path relative to the folder of the patterns, with `/`
 */
export function isExcluded(patterns: IgnorePatterns, path: string, isFolder: boolean): boolean | undefined {
  const names = path.split('/');
  const last = patterns.findLast((pattern) => (isFolder || !pattern.onlyFolders) && fits(pattern.names, names));
  return last && !last.negated;
}

function parseLine(line: string): IgnorePatterns {
  // Spaces at the end do not count, unless a backslash stands before them.
  const text = line.replace(/(?<!\\)((?:\\\\)*) +$/, '$1');
  if (text === '' || text.startsWith('#')) return [];
  const negated = text.startsWith('!');
  const pattern = negated ? text.slice(1) : text;
  const body = pattern.replace(/\/$/, '');
  // One that ends in a single backslash can match nothing.
  if (body === '' || /(?<!\\)(?:\\\\)*\\$/.test(body)) return [];
  const names = namesOf(body.replace(/^\//, ''));
  // A slash at the beginning or in the middle ties the pattern to the folder; otherwise it holds at any depth.
  return [{ names: body.includes('/') ? names : [ANY_NUMBER, ...names], negated, onlyFolders: pattern.endsWith('/') }];
}

/** The pieces of a pattern that mean something, the longer first. */
const PIECES = /\*+|\[!?\]?(?:\[:\w+:\]|\\.|[^\]\\])*\]|\\.|./gsu;

function namesOf(pattern: string): readonly Step[] {
  const names = splitAtSlashes(Array.from(pattern.matchAll(PIECES), ([piece]) => piece));
  return names.flatMap((pieces, index) => {
    if (pieces.join('') !== '**') return [nameStep(pieces)];
    // At the end, two stars stand for all that a folder contains, not for the folder itself.
    return index === names.length - 1 ? [() => true, ANY_NUMBER] : [ANY_NUMBER];
  });
}

function splitAtSlashes(pieces: readonly string[]): readonly (readonly string[])[] {
  const slash = pieces.indexOf('/');
  return slash < 0 ? [pieces] : [pieces.slice(0, slash), ...splitAtSlashes(pieces.slice(slash + 1))];
}

function nameStep(pieces: readonly string[]): Step {
  const characters = characterSteps(pieces);
  return (name) => fits(characters, Array.from(name));
}
