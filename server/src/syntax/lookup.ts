import { type Offset, touches } from '../text/span.ts';
import type { Entry, SyntaxNode, SyntaxTree } from './node.ts';
import { isBorrowed } from './tree/redNode.ts';

/**
 * The innermost node, value or key, that contains the offset or ends at it. Nodes stand where they are written: the
 * contents of an anchor are found there, not under its aliases.
 */
export function nodeAt(tree: SyntaxTree, offset: Offset): SyntaxNode | undefined {
  let found = tree.root && covers(tree.root, offset) ? tree.root : undefined;
  for (let inner = found; inner; inner = childrenOf(inner).findLast((child) => covers(child, offset))) found = inner;
  return found;
}

/** The entry whose key contains the offset or ends at it. */
export function entryAt(tree: SyntaxTree, offset: Offset): Entry | undefined {
  const key = nodeAt(tree, offset);
  const mapping = key?.parent;
  return mapping?.kind === 'mapping' ? mapping.entries.find((entry) => entry.key === key) : undefined;
}

function covers(node: SyntaxNode, offset: Offset): boolean {
  return !isBorrowed(node) && touches(node.outerSpan, offset);
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'sequence') return node.items;
  if (node.kind === 'scalar') return [];
  return node.entries.flatMap(({ key, value }) => (value ? [key, value] : [key]));
}
