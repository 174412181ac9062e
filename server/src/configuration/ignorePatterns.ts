/** Patterns as git understands them in a `.gitignore`: https://git-scm.com/docs/gitignore */

/** The patterns of one file, in their order. */
export type IgnorePatterns = readonly IgnorePattern[];

interface IgnorePattern {
  readonly matches: RegExp;
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
  const last = patterns.findLast(({ matches, onlyFolders }) => (isFolder || !onlyFolders) && matches.test(path));
  return last && !last.negated;
}

function parseLine(line: string): IgnorePatterns {
  // Spaces at the end do not count, unless a backslash stands before them.
  const text = line.replace(/(?<!\\)((?:\\\\)*) +$/, '$1');
  if (text === '' || text.startsWith('#')) return [];
  const negated = text.startsWith('!');
  const pattern = negated ? text.slice(1) : text;
  const body = pattern.replace(/\/$/, '');
  if (body === '') return [];
  const expression = expressionOf(body.replace(/^\//, ''));
  if (expression === undefined) return [];
  // A slash at the beginning or in the middle ties the pattern to the folder; otherwise it holds at any depth.
  const anywhere = body.includes('/') ? '' : '(?:.*/)?';
  return [{ matches: new RegExp(`^${anywhere}${expression}$`, 's'), negated, onlyFolders: pattern.endsWith('/') }];
}

/** The pieces of a pattern that mean something, the longer first. */
const PIECES = /(?<![^/])\*\*\/|\/\*\*\/|\/\*\*$|\*+|\?|\[!?\]?(?:\[:\w+:\]|\\.|[^\]\\])*\]|\\.|./gsu;

/** `undefined` for a pattern that can match nothing. */
function expressionOf(pattern: string): string | undefined {
  if (/(?<!\\)(?:\\\\)*\\$/.test(pattern)) return undefined;
  return Array.from(pattern.matchAll(PIECES), ([piece]) => pieceExpression(piece)).join('');
}

function pieceExpression(piece: string): string {
  if (piece === '**/') return '(?:.*/)?';
  if (piece === '/**/') return '/(?:.*/)?';
  if (piece === '/**') return '/.+';
  if (piece.startsWith('*')) return '[^/]*';
  if (piece === '?') return '[^/]';
  if (piece.startsWith('[') && piece.length > 1) return classExpression(piece.slice(1, -1));
  return escaped(piece.length > 1 && piece.startsWith('\\') ? piece.slice(1) : piece);
}

const NAMED_CLASSES: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  digit: '0-9',
  lower: 'a-z',
  upper: 'A-Z',
  space: '\\s',
  xdigit: 'A-Fa-f0-9',
  punct: '!-\\/:-@\\[-`{-~',
};

/** A set of characters never matches a slash. */
function classExpression(inside: string): string {
  const negated = /^[!^]/.test(inside);
  const members = (negated ? inside.slice(1) : inside).replace(
    /\[:(\w+):\]|\\(.)|[[\]^\\]/gu,
    (piece, name?: string, kept?: string) => (name === undefined ? escaped(kept ?? piece) : (NAMED_CLASSES[name] ?? '')),
  );
  return `(?!/)[${negated ? '^' : ''}${members}]`;
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
