import { type Offset, touches } from '../text/span.ts';
import { spanInText } from './inText.ts';
import { childrenOf, type Entry, type SyntaxNode, type SyntaxTree } from './node.ts';
import { addressesIn } from './parse.ts';
import { contextOf, isBorrowed } from './tree/redNode.ts';

/**
 * The innermost node, value or key, that contains the address or ends at it. Nodes stand where they are written: the contents of an
 * anchor are found there, not under its aliases.
 */
export function nodeAt(tree: SyntaxTree, address: Offset): SyntaxNode | undefined {
  const { root } = tree;
  if (root && contextOf(root)) return innermost(root, address);
  const piece = addressesIn(tree).pieceAt(address)?.piece.node;
  const found = piece && innermost(piece, address);
  return found && found !== piece ? found : betweenPieces(tree, address);
}

/** The entry whose key contains the address or ends at it. */
export function entryAt(tree: SyntaxTree, address: Offset): Entry | undefined {
  const key = nodeAt(tree, address);
  const isOfKey = (entry: Entry): boolean => entry.key === key;
  const section = tree.root?.kind === 'mapping' ? tree.root.entries.find(isOfKey) : undefined;
  return section ?? (key?.parent?.kind === 'mapping' ? key.parent.entries.find(isOfKey) : undefined);
}

/** Which of the mappings that hold the pieces stands at an address. */
function betweenPieces(tree: SyntaxTree, address: Offset): SyntaxNode | undefined {
  const { root } = tree;
  const offset = addressesIn(tree).offsetOf(address);
  const isThere = (node: SyntaxNode): boolean => touches(spanInText(tree, node.outerSpan), offset);
  if (root?.kind !== 'mapping' || !isThere(root)) return undefined;
  return root.entries.find(({ value }) => value && !contextOf(value) && isThere(value))?.value ?? root;
}

function innermost(root: SyntaxNode, address: Offset): SyntaxNode | undefined {
  let found = covers(root, address) ? root : undefined;
  for (let inner = found; inner; inner = childrenOf(inner).findLast((child) => covers(child, address))) found = inner;
  return found;
}

function covers(node: SyntaxNode, address: Offset): boolean {
  return !isBorrowed(node) && touches(node.outerSpan, address);
}
