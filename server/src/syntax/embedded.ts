import { detectLanguage } from './language.ts';
import type { ScalarNode, SyntaxNode, SyntaxTree } from './node.ts';
import { readWhole } from './slices/index.ts';
import { aliasTargets } from './tree/aliases.ts';
import type { GreenRead, GreenScalar } from './tree/green.ts';
import { contextOf, greenOf, redNode } from './tree/redNode.ts';

const readings = new WeakMap<GreenScalar, GreenRead>();
const trees = new WeakMap<ScalarNode, SyntaxTree>();

/**
 * The tree of a JSON or YAML document that a scalar's text holds, as a policy in an escaped string. Its source is that text; its spans
 * are in the outer document. Nothing for a text that holds neither a mapping nor a list. The same tree whenever the same node is asked for.
 */
export function parseEmbedded(scalar: ScalarNode): SyntaxTree | undefined {
  const known = trees.get(scalar) ?? read(scalar);
  if (known) trees.set(scalar, known);
  return known;
}

function read(scalar: ScalarNode): SyntaxTree | undefined {
  const outer = contextOf(scalar);
  const written = greenOf(scalar);
  if (!outer || written?.kind !== 'scalar' || typeof scalar.value !== 'string') return undefined;
  const languageId = detectLanguage(scalar.text);
  const { root: green } = readOnce(written, () => readWhole(languageId, scalar.text));
  if (!green || green.kind === 'scalar' || green.kind === 'alias') return undefined;
  const { target } = aliasTargets({ green, base: 0 });
  const context = { languageId: outer.languageId, text: scalar.text, place: scalar.spanOf, target, around: scalar };
  const source = { uri: '', languageId, version: 0, text: scalar.text };
  return { source, root: redNode(context, { green, base: 0 }, undefined) };
}

/** The text of the document itself that holds the embedded document of a node; nothing for a node of no embedded document. */
export function textAround(node: SyntaxNode): ScalarNode | undefined {
  let around = contextOf(node)?.around;
  for (let outer = around && contextOf(around)?.around; outer; outer = contextOf(outer)?.around) around = outer;
  return around;
}

function readOnce(scalar: GreenScalar, read: () => GreenRead): GreenRead {
  const found = readings.get(scalar) ?? read();
  readings.set(scalar, found);
  return found;
}
