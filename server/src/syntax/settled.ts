import { type Offset, touches } from '../text/span.ts';
import { parseEmbedded } from './embedded.ts';
import { childrenOf, type Entry, type SyntaxNode, type SyntaxTree } from './node.ts';
import { addressesIn, settledTree } from './parse.ts';
import { contextOf, isSameNode } from './tree/redNode.ts';

/**
 * The node in the settled tree (see `settledTree`), where its spans are offsets of the text; for a node of an embedded document the one
 * below the settled text around it.
 */
export function settledNode<N extends SyntaxNode>(tree: SyntaxTree, node: N): N;
export function settledNode(tree: SyntaxTree, node: SyntaxNode): SyntaxNode {
  const settled = settledTree(tree);
  if (settled === tree || !settled.root) return node;
  if (node === tree.root) return settled.root;
  const around = contextOf(node)?.around;
  const root = around ? parseEmbedded(settledNode(tree, around))?.root : settled.root;
  const start = addressesIn(tree).offsetOf(node.outerSpan.start);
  return (root && counterpart(root, node, start)) ?? node;
}

/** The entry of the settled tree with the same key. */
export function settledEntry(tree: SyntaxTree, entry: Entry): Entry {
  const key = settledNode(tree, entry.key);
  const found = key.parent?.kind === 'mapping' ? key.parent.entries.find((each) => each.key === key) : undefined;
  return found ?? entry;
}

/** The same node at or below another one of the same text. A mapping that holds pieces is the outermost one that starts at its place. */
function counterpart(at: SyntaxNode, node: SyntaxNode, start: Offset): SyntaxNode | undefined {
  if (isSameNode(at, node)) return at;
  for (const child of near(at, start)) {
    if (!touches(child.outerSpan, start)) continue;
    if (!contextOf(node) && child.kind === 'mapping' && child.outerSpan.start === start) return child;
    const found = counterpart(child, node, start);
    if (found) return found;
  }
  return undefined;
}

/** The children that may touch an offset. Where no node stands elsewhere, those of entries that do: a document has many of others. */
function near(at: SyntaxNode, start: Offset): readonly SyntaxNode[] {
  if (at.kind !== 'mapping' || contextOf(at)?.around) return childrenOf(at);
  return at.entries.filter(({ span }) => touches(span, start)).flatMap(({ key, value }) => (value ? [key, value] : [key]));
}
