import type { TextEdit } from '../text/edit.ts';
import type { Offset, Span } from '../text/span.ts';
import type { SyntaxTree } from './node.ts';
import { addressesIn } from './parse.ts';

/**
 * The border between addresses, which everything in the engine counts in, and offsets of the text that the tree was made of, which
 * whoever looks at the text itself needs: hosts, and what applies edits.
 */

/** Where a span stands in the text. */
export function spanInText(tree: SyntaxTree, { start, end }: Span): Span {
  const { offsetOf } = addressesIn(tree);
  return { start: offsetOf(start), end: offsetOf(end) };
}

/** The edits as ones of the text. */
export function editsInText(tree: SyntaxTree, edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.map(({ span, newText }) => ({ span: spanInText(tree, span), newText }));
}

/** The characters that stand at a span. */
export function charactersAt(tree: SyntaxTree, span: Span): string {
  const { start, end } = spanInText(tree, span);
  return tree.source.text.slice(start, end);
}

/** The address of an offset of the text. */
export function addressIn(tree: SyntaxTree, offset: Offset): Offset {
  return addressesIn(tree).addressOf(offset);
}

/** A span of the text in addresses. */
export function addressed(tree: SyntaxTree, { start, end }: Span): Span {
  return { start: addressIn(tree, start), end: addressIn(tree, end) };
}
