import type { SyntaxProblem } from '../../text/sourceText.ts';
import type { Offset } from '../../text/span.ts';
import type { GreenAlias, GreenNode, GreenScalar, Placed } from './green.ts';

/** How many nodes all aliases of a document may stand for: a bound against aliases that multiply. */
const MAX_EXPANSION = 100_000;

/** What the aliases of a tree stand for. */
export interface AliasTargets {
  readonly target: (alias: GreenAlias) => Placed | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** For a tree without aliases. */
export const NO_ALIASES: AliasTargets = { target: () => undefined, problems: [] };

interface Anchor extends Placed {
  /** The number of nodes when written out; not known until the node is read to its end. */
  size: number | undefined;
}

interface Resolver {
  readonly anchors: Map<string, Anchor>;
  readonly targets: Map<GreenAlias, Placed>;
  readonly problems: SyntaxProblem[];
  expanded: number;
}

/**
 * Finds the node that each alias names: the last one before it with that anchor. An alias that names none stands for its
 * own text; one inside the node it names, and those beyond the bound on growth, stand for nothing.
 */
export function aliasTargets(root: Placed): AliasTargets {
  const resolver: Resolver = { anchors: new Map(), targets: new Map(), problems: [], expanded: 0 };
  sizeOf(resolver, root.green, root.base);
  return { target: (alias) => resolver.targets.get(alias), problems: resolver.problems };
}

/** The number of nodes in a node with its aliases written out. */
function sizeOf(resolver: Resolver, green: GreenNode, base: Offset): number {
  if (green.kind === 'alias') return resolve(resolver, green, base);
  const anchor: Anchor = { green, base, size: undefined };
  if (green.anchor !== undefined) resolver.anchors.set(green.anchor, anchor);
  let size = 1;
  if (green.kind === 'sequence') for (const item of green.items) size += sizeOf(resolver, item, base);
  if (green.kind === 'mapping') {
    for (const { key, value, shift } of green.entries) {
      size += sizeOf(resolver, key, base + shift);
      if (value) size += sizeOf(resolver, value, base + shift);
    }
  }
  anchor.size = size;
  return size;
}

function resolve(resolver: Resolver, alias: GreenAlias, base: Offset): number {
  const anchor = resolver.anchors.get(alias.name);
  const size = anchor?.size ?? 0;
  const problem = problemOf(resolver, alias, anchor);
  if (problem) resolver.problems.push({ ...problem, span: { start: base + alias.start, end: base + alias.end } });
  if (!anchor) resolver.targets.set(alias, { green: asText(alias), base });
  if (!anchor || problem) return 1;
  resolver.expanded += size;
  resolver.targets.set(alias, anchor);
  return size;
}

/** What the author of `Resource: *` means. */
function asText({ name, ...alias }: GreenAlias): GreenScalar {
  const text = `*${name}`;
  return { ...alias, kind: 'scalar', value: text, text, encoding: 'plain', indent: 0 };
}

function problemOf(
  { expanded }: Resolver,
  { name }: GreenAlias,
  anchor: Anchor | undefined,
): Omit<SyntaxProblem, 'span'> | undefined {
  // A star alone is no alias, and the reader has said so.
  if (name === '') return undefined;
  if (!anchor) {
    return {
      code: 'unknown-anchor',
      message: `No value before this has the anchor &${name}. Check the name, or put the text in quotes if a star is meant.`,
    };
  }
  if (anchor.size === undefined) {
    return {
      code: 'circular-alias',
      message: `This alias stands inside the value that it names (&${name}). Write the value out.`,
    };
  }
  if (expanded + anchor.size > MAX_EXPANSION) {
    return {
      code: 'too-many-aliases',
      message: `The aliases up to here stand for more than ${MAX_EXPANSION} values; this one was not read.`,
    };
  }
  return undefined;
}
