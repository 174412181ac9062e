import { readJson } from './json/readJson.ts';
import { detectLanguage } from './language.ts';
import type { ScalarNode, SyntaxTree } from './node.ts';
import { aliasTargets } from './tree/aliases.ts';
import { contextOf, redNode } from './tree/redNode.ts';
import { readYaml } from './yaml/readYaml.ts';

/**
 * The tree of a JSON or YAML document that a scalar's text holds, as a policy in an escaped string. Its spans are in the
 * outer text. Nothing for a text that holds neither an object nor a list.
 */
export function parseEmbedded(scalar: ScalarNode): SyntaxTree | undefined {
  const outer = contextOf(scalar);
  if (!outer || typeof scalar.value !== 'string') return undefined;
  const read = detectLanguage(scalar.text) === 'json' ? readJson(scalar.text) : readYaml(scalar.text);
  if (!read.root || read.root.kind === 'scalar') return undefined;
  const { target } = aliasTargets([{ green: read.root, base: 0 }]);
  const context = { source: outer.source, text: scalar.text, place: scalar.spanOf, target, hasAliases: read.aliases };
  const root = redNode(context, { green: read.root, base: 0 }, undefined);
  return { source: outer.source, root };
}
