import { argumentItems, evaluate, intrinsicOf, type Scope, substitute, type Template } from '../../cloudformation/index.ts';
import { literal, type SymbolicString } from '../../symbolic/index.ts';
import { parseEmbedded, type ScalarNode, type SyntaxNode } from '../../syntax/index.ts';

/** A JSON or YAML document that a property's text holds. */
export interface EmbeddedText {
  readonly root: SyntaxNode;
  /** What a scalar of the document stands for, its `${…}` filled in where the text is given to `Fn::Sub`. */
  readonly textOf: (node: ScalarNode) => SymbolicString;
}

/** The document in a text, in a plain one or in that of `Fn::Sub`; `undefined` when there is none that can be read. */
export function embeddedText(node: SyntaxNode, template: Template): EmbeddedText | undefined {
  const call = intrinsicOf(node);
  if (call && call.name !== 'Fn::Sub') return undefined;
  const [text, variables] = (call && argumentItems(call)) ?? [call?.argument ?? node];
  const root = text?.kind === 'scalar' ? parseEmbedded(text)?.root : undefined;
  if (!root) return undefined;
  if (!call) return { root, textOf: (scalar) => literal(scalar.text, scalar.span) };
  const scope: Scope = { template, bindings: bindingsOf(variables, template) };
  return { root, textOf: (scalar) => substitute(scalar.text, scope, scalar.span) };
}

/** The values that a mapping gives to names. */
export function bindingsOf(node: SyntaxNode | undefined, template: Template): ReadonlyMap<string, SymbolicString> {
  const entries = node?.kind === 'mapping' ? node.entries : [];
  return new Map(entries.flatMap(({ key, value }) => (value ? [[key.text, evaluate(value, { template })] as const] : [])));
}
