import { changeBetween } from '../text/change.ts';
import { keepLines } from '../text/lineIndex.ts';
import type { SourceText, SyntaxProblem, WithProblems } from '../text/sourceText.ts';
import type { Offset, Span } from '../text/span.ts';
import { type Addresses, addressesOf, SAME } from './addresses.ts';
import type { Entry, MappingNode, SequenceNode, SyntaxNode, SyntaxTree } from './node.ts';
import { joinedOf, type Reading, readInSlices, readWhole, type Section } from './slices/index.ts';
import { aliasTargets, NO_ALIASES } from './tree/aliases.ts';
import { frame } from './tree/frame.ts';
import type { GreenRead } from './tree/green.ts';
import { type RedContext, redNode } from './tree/redNode.ts';

/** Beyond this, more problems help nobody. */
const MAX_PROBLEMS = 1000;

/** How a tree was made. */
interface Making {
  /** For the next version; absent for a text that was read whole. */
  readonly reading: Reading | undefined;
  readonly addresses: Addresses;
  /** The mappings that are put together from pieces, besides the root. */
  readonly frames?: ReadonlyMap<Section, MappingNode>;
}

const makings = new WeakMap<SyntaxTree, Making>();

/**
 * The tree of a document, with what could not be read, in the order of the text. Every text has a tree, however broken.
 *
 * @param previous the tree of an earlier version: resources with the same text are not read again and keep their nodes. What the tree
 * says is the same without it; its spans are addresses (see `addresses.ts`)
 */
export function parse(source: SourceText, previous?: SyntaxTree): WithProblems<SyntaxTree> {
  const { languageId, text } = source;
  const change = previous && changeBetween(previous.source.text, text);
  if (change) keepLines(previous.source, source, change);
  const before = change && makings.get(previous)?.reading;
  const reading = readInSlices(languageId, text, before && { reading: before, text: previous.source.text, change });
  if (reading && !reading.hasAliases) return inPieces(source, reading);
  return inOne(source, reading ? joinedOf(reading) : readWhole(languageId, text), reading);
}

/** A tree whose pieces keep their nodes. */
function inPieces(source: SourceText, reading: Reading): WithProblems<SyntaxTree> {
  const addresses = addressesOf(reading);
  const frames = new Map<Section, MappingNode>();
  const root = frame(reading.sections.flatMap(entriesOf), movedBy(reading.braces, reading.base));
  const tree = { source, root };
  makings.set(tree, { reading, addresses, frames });
  return { value: tree, problems: inOrder(reading.problems, addresses) };

  function entriesOf(section: Section): readonly Entry[] {
    const { own, inner } = section;
    const { entries } = own.piece.node;
    const [first] = entries;
    if (!inner || !first) return entries;
    const value = frame(
      inner.pieces.flatMap(({ piece }) => piece.node.entries),
      movedBy(inner.braces, reading.base),
    );
    frames.set(section, value);
    return [{ key: first.key, value, span: { start: first.span.start, end: value.span.end } }];
  }
}

/** A tree of this version alone. */
function inOne(source: SourceText, read: GreenRead, reading: Reading | undefined): WithProblems<SyntaxTree> {
  const { root: green } = read;
  const aliases = green && read.aliases ? aliasTargets({ green, base: 0 }) : NO_ALIASES;
  const tree = { source, root: green && redNode(contextFor(source, aliases.target), { green, base: 0 }, undefined) };
  makings.set(tree, { reading, addresses: SAME });
  const own = reading ? reading.problems.map((problem) => inText(problem, addressesOf(reading))) : read.problems;
  return { value: tree, problems: inOrder([...own, ...aliases.problems], SAME) };
}

function contextFor({ languageId, text }: SourceText, target: RedContext['target']): RedContext {
  return { languageId, text, place: (start, end) => ({ start, end }), target };
}

function inText(problem: SyntaxProblem, { offsetOf }: Addresses): SyntaxProblem {
  const { start, end } = problem.span;
  return { ...problem, span: { start: offsetOf(start), end: offsetOf(end) } };
}

function inOrder(problems: readonly SyntaxProblem[], { offsetOf }: Addresses): readonly SyntaxProblem[] {
  const byPlace = ({ span: a }: SyntaxProblem, { span: b }: SyntaxProblem): number =>
    offsetOf(a.start) - offsetOf(b.start) || offsetOf(a.end) - offsetOf(b.end);
  return [...problems].sort(byPlace).slice(0, MAX_PROBLEMS);
}

function movedBy(span: Span | undefined, by: Offset): Span | undefined {
  return span && { start: span.start + by, end: span.end + by };
}

/** The pieces of a document; nothing for one that was read whole. */
export function readingOf(tree: SyntaxTree): Reading | undefined {
  return makings.get(tree)?.reading;
}

/** The addresses of a tree; those of an embedded document are its outer document's. */
export function addressesIn(tree: SyntaxTree): Addresses {
  return makings.get(tree)?.addresses ?? SAME;
}

/** The collection around a node, the root and the sections of the document included. */
export function parentIn(tree: SyntaxTree, node: SyntaxNode): MappingNode | SequenceNode | undefined {
  const { parent } = node;
  const making = makings.get(tree);
  if (!making?.frames || parent?.parent) return parent;
  const { reading, addresses, frames } = making;
  if ([...frames.values()].some((each) => each === node)) return tree.root?.kind === 'mapping' ? tree.root : undefined;
  const piece = addresses.pieceAt(node.outerSpan.start)?.piece;
  if (!piece || parent !== piece.node) return parent;
  const section = reading?.sections.find(({ inner }) => inner?.pieces.some((each) => each.piece === piece));
  return (section && frames.get(section)) ?? (tree.root?.kind === 'mapping' ? tree.root : undefined);
}

const settled = new WeakMap<SyntaxTree, SyntaxTree>();

/** The same tree as one of this version alone: its spans are offsets of the text, and every node has its parent. */
export function settledTree(tree: SyntaxTree): SyntaxTree {
  const reading = readingOf(tree);
  if (!reading || reading.hasAliases) return tree;
  const known = settled.get(tree);
  if (known) return known;
  const { root: green } = joinedOf(reading);
  const { source } = tree;
  const made = { source, root: green && redNode(contextFor(source, NO_ALIASES.target), { green, base: 0 }, undefined) };
  settled.set(tree, made);
  return made;
}
