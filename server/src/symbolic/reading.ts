import { itemsOf, type SyntaxNode } from '../syntax/index.ts';
import { conjoin, contradicts, type Guard } from './guard.ts';
import { literal, ofHole, onlyHole, type SymbolicString } from './symbolicString.ts';

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

/** Reads a document that has no expressions. A YAML tag means nothing here, so what it makes of a value is not known. */
export const literalReader: ValueReader = {
  evaluate: (node) =>
    node.kind === 'scalar' && node.tag === undefined
      ? literal(node.text, node.span)
      : ofHole({ kind: 'opaque', reason: 'not a string', key: node.tag ?? 'not a string' }, node.span),
  branches: (node) => [{ node, guard: [] }],
  isOpaque: (node) => node.tag !== undefined,
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
    for (const { node: found, guard: own } of reader.branches(value)) {
      const both = conjoin(guard, own);
      if (!found || contradicts(both, both)) continue;
      if (found.kind === 'sequence' && !reader.isOpaque(found) && depth < DEEPEST_LIST) {
        for (const item of itemsOf(found)) visit(item, both, depth + 1);
      } else {
        items.push({ node: found, guard: both });
        complete &&= depth > 0 || !mayBeList(found, reader);
      }
    }
  };
  if (node) visit(node, [], 0);
  return { items, complete };
}

/** A list in a list (`Fn::If` that gives several items) still counts as its items; anything deeper is no list of values. */
const DEEPEST_LIST = 2;

/** Whether an expression in a list's place may give a whole list: one that only deployment knows. Names and ARNs are single. */
function mayBeList(node: SyntaxNode, reader: ValueReader): boolean {
  if (!reader.isOpaque(node)) return false;
  const hole = onlyHole(reader.evaluate(node));
  return hole?.kind === 'parameter' || hole?.kind === 'opaque';
}

/** The mappings that a node may turn out to be, conditions looked through; `opaque` when it may be something unseen. */
export function readMappings(
  node: SyntaxNode | undefined,
  reader: ValueReader,
): { readonly branches: readonly Branch[]; readonly opaque: boolean } {
  const branches = node ? reader.branches(node) : [];
  return { branches, opaque: branches.some((branch) => branch.node !== undefined && reader.isOpaque(branch.node)) };
}
