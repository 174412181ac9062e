import { argumentItems, intrinsicOf } from '../../cloudformation/index.ts';
import type { ScalarNode, SyntaxNode } from '../../syntax/index.ts';

/**
 * The scalar in which the text of a value is written: the value itself, or the text that `Fn::Sub` is given in any of its forms.
 * Nothing for a value that is put together in another way.
 */
export function writtenIn(node: SyntaxNode): ScalarNode | undefined {
  const call = intrinsicOf(node);
  if (!call) return node.kind === 'scalar' ? node : undefined;
  if (call.name !== 'Fn::Sub') return undefined;
  const text = argumentItems(call)?.[0] ?? call.argument;
  return text.kind === 'scalar' ? text : undefined;
}

/** Whether the value is computed by `Fn::Sub`, so that its text may hold variables of the template. */
export function isSub(node: SyntaxNode): boolean {
  return intrinsicOf(node)?.name === 'Fn::Sub';
}
