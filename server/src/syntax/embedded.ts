import { detectLanguage } from './language.ts';
import type { ScalarNode, SyntaxTree } from './node.ts';
import { readWhole } from './slices/index.ts';
import { aliasTargets } from './tree/aliases.ts';
import { contextOf, redNode } from './tree/redNode.ts';

/**
 * The tree of a JSON or YAML document that a scalar's text holds, as a policy in an escaped string. Its spans are in the
 * outer text, and so is its source. Nothing for a text that holds neither a mapping nor a list.
 */
export function parseEmbedded(scalar: ScalarNode): SyntaxTree | undefined {
  const outer = contextOf(scalar);
  if (!outer || typeof scalar.value !== 'string') return undefined;
  const { root: green, aliases } = readWhole(detectLanguage(scalar.text), scalar.text);
  if (!green || green.kind === 'scalar' || green.kind === 'alias') return undefined;
  const { target } = aliasTargets({ green, base: 0 });
  const context = { source: outer.source, text: scalar.text, place: scalar.spanOf, target, hasAliases: aliases };
  return { source: outer.source, root: redNode(context, { green, base: 0 }, undefined) };
}
