import { ofHole, type SymbolicString } from '../../symbolic/index.ts';

/** Patterns with placeholders, and the texts that they have to stand for, each pattern for one of them. */
export interface Pair {
  readonly patterns: readonly string[];
  readonly texts: readonly string[];
}

/** The value of a placeholder in a pattern. */
export function placeholder(name: string): SymbolicString {
  return ofHole({ kind: 'opaque', reason: 'a parameter', key: `parameter ${name}` });
}

const PLACEHOLDER = /\$\{parameter (\w+)\}/;

type Captured = ReadonlyMap<string, string>;

/** What the placeholders stand for if each pattern stands for a text of its own and none is left; nothing if there is no way. */
export function matchAll(pairs: readonly Pair[], captured: Captured = new Map()): Captured | undefined {
  const [first, ...others] = pairs;
  if (!first) return captured;
  const [pattern, ...patterns] = first.patterns;
  if (pattern === undefined) return first.texts.length === 0 ? matchAll(others, captured) : undefined;
  for (const text of first.texts) {
    const here = matchOne(pattern, text, captured);
    const rest = { patterns, texts: first.texts.filter((each) => each !== text) };
    const found = here && matchAll([rest, ...others], here);
    if (found) return found;
  }
  return undefined;
}

/** Placeholders that are known already have to stand for the same again. */
function matchOne(pattern: string, text: string, captured: Captured): Captured | undefined {
  const pieces = pattern.split(PLACEHOLDER);
  const names = pieces.filter((_, i) => i % 2 === 1);
  const source = pieces.map((piece, i) => (i % 2 === 0 ? escaped(piece) : '(.+)')).join('');
  const found = new RegExp(`^${source}$`).exec(text);
  if (!found) return undefined;
  const values = new Map(captured);
  for (const [i, name] of names.entries()) {
    const value = found[i + 1] ?? '';
    if ((values.get(name) ?? value) !== value) return undefined;
    values.set(name, value);
  }
  return values;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
