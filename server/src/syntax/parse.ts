import type { SourceText, WithProblems } from '../text/sourceText.ts';
import type { SyntaxTree } from './node.ts';
import { type Reading, readInSlices } from './slices/index.ts';
import { aliasTargets, NO_ALIASES } from './tree/aliases.ts';
import { type RedContext, redNode } from './tree/redNode.ts';

/** Beyond this, more problems help nobody. */
const MAX_PROBLEMS = 1000;

const readings = new WeakMap<SyntaxTree, Reading>();

/**
 * The tree of a document, with what could not be read, in the order of the text. Every text has a tree, however broken.
 * @param previous the tree of an earlier version: resources with the same text are not read again. The outcome is the
 * same without it.
 */
export function parse(source: SourceText, previous?: SyntaxTree): WithProblems<SyntaxTree> {
  const { languageId, text } = source;
  const isOfUse = previous?.source.languageId === languageId;
  const reading = readInSlices(languageId, text, isOfUse ? readings.get(previous) : undefined);
  const { root: green, aliases: hasAliases, problems } = reading.read;
  const aliases = green && hasAliases ? aliasTargets({ green, base: 0 }) : NO_ALIASES;
  const context: RedContext = { source, text, place: (start, end) => ({ start, end }), target: aliases.target, hasAliases };
  const tree = { source, root: green && redNode(context, { green, base: 0 }, undefined) };
  readings.set(tree, reading);
  const all = [...problems, ...aliases.problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { value: tree, problems: all.slice(0, MAX_PROBLEMS) };
}
