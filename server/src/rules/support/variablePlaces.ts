import { argumentItems, argumentText, type Intrinsic, intrinsicOf } from '../../cloudformation/index.ts';
import { type ScalarNode, type SyntaxNode, textAround } from '../../syntax/index.ts';

/** A text in which `Fn::Sub` fills in `${…}`. */
export interface Substituted {
  readonly scalar: ScalarNode;
  /** The names that the call itself gives values to. */
  readonly names: ReadonlySet<string>;
}

/** The text of a call of `Fn::Sub`. */
export function substitutedText(node: SyntaxNode): Substituted | undefined {
  const call = intrinsicOf(node);
  if (call?.name !== 'Fn::Sub') return undefined;
  const [text, variables] = argumentsOf(call);
  if (text?.kind !== 'scalar') return undefined;
  const names = variables?.kind === 'mapping' ? variables.entries.map(({ key }) => key.text) : [];
  return { scalar: text, names: new Set(names) };
}

function argumentsOf(call: Intrinsic): readonly SyntaxNode[] {
  return argumentText(call) === undefined ? (argumentItems(call) ?? []) : [call.argument];
}

/** Every text below a node that `Fn::Sub` substitutes in, expressions looked into. */
export function* substitutedTexts(node: SyntaxNode | undefined): Generator<Substituted> {
  if (!node) return;
  const own = substitutedText(node);
  if (own) yield own;
  if (node.kind === 'sequence') for (const item of node.items) yield* substitutedTexts(item);
  if (node.kind === 'mapping') for (const { value } of node.entries) yield* substitutedTexts(value);
}

/** Every text below a node. */
export function* textsIn(node: SyntaxNode | undefined): Generator<ScalarNode> {
  if (node?.kind === 'scalar') yield node;
  if (node?.kind === 'sequence') for (const item of node.items) yield* textsIn(item);
  if (node?.kind === 'mapping') for (const { value } of node.entries) yield* textsIn(value);
}

/** The call of `Fn::Sub` in whose text a policy is written as JSON. */
export function substitutionAround(root: SyntaxNode): Substituted | undefined {
  let node: SyntaxNode | undefined = textAround(root);
  // In the long form the text is below the call, perhaps in a list.
  for (let up = 0; node && up < 3; up++, node = node.parent) {
    const found = substitutedText(node);
    if (found) return found;
  }
  return undefined;
}
