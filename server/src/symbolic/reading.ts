import { itemsOf, type SyntaxNode } from '../syntax/index.ts';
import { conjoin, type Guard } from './guard.ts';
import { literal, type SymbolicString } from './symbolicString.ts';

/** What a node may turn out to be: `node` is absent where the property vanishes (`AWS::NoValue`). */
export interface Branch {
  readonly node: SyntaxNode | undefined;
  readonly guard: Guard;
}

/**
 * How to look through a document's own language. A template's reader knows intrinsic functions; a plain policy file's is
 * `literalReader`. Total: whatever it is given, it answers.
 */
export interface ValueReader {
  /** The string that a node stands for; what cannot be known becomes a hole. */
  evaluate(node: SyntaxNode): SymbolicString;
  /** The nodes that a node may turn out to be; one with an empty guard for anything but `Fn::If` and `AWS::NoValue`. */
  branches(node: SyntaxNode): readonly Branch[];
  /** Whether the node is an expression whose shape cannot be seen here: a reference, a macro, an import. */
  isOpaque(node: SyntaxNode): boolean;
}

/** Reads a document that has no expressions. */
export const literalReader: ValueReader = {
  evaluate: (node) => (node.kind === 'scalar' ? literal(node.text, node.span) : literal('', node.span)),
  branches: (node) => [{ node, guard: [] }],
  isOpaque: () => false,
};

export interface ListItem {
  readonly node: SyntaxNode;
  readonly guard: Guard;
}

export interface ListReading {
  readonly items: readonly ListItem[];
  /** False when the list may hold more than can be seen here. */
  readonly complete: boolean;
}

/** The items of a list or of a single value that stands for a list of one, through conditions at every level. */
export function readList(node: SyntaxNode | undefined, reader: ValueReader): ListReading {
  const items: ListItem[] = [];
  let complete = true;
  const visit = (value: SyntaxNode, guard: Guard, depth: number): void => {
    for (const branch of reader.branches(value)) {
      if (!branch.node) continue;
      const both = conjoin(guard, branch.guard);
      if (branch.node.kind === 'sequence' && depth < 2) for (const item of itemsOf(branch.node)) visit(item, both, depth + 1);
      else if (branch.node.kind !== 'scalar' && reader.isOpaque(branch.node)) {
        items.push({ node: branch.node, guard: both });
        complete = complete && depth > 0;
      } else items.push({ node: branch.node, guard: both });
    }
  };
  if (node) visit(node, [], 0);
  return { items, complete };
}

/** The mappings that a node may turn out to be, conditions looked through; `opaque` when it may be something unseen. */
export function readMappings(
  node: SyntaxNode | undefined,
  reader: ValueReader,
): { readonly branches: readonly Branch[]; readonly opaque: boolean } {
  const branches = node ? reader.branches(node) : [];
  return { branches, opaque: branches.some((branch) => branch.node !== undefined && reader.isOpaque(branch.node)) };
}
