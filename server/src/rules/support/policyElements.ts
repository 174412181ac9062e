import { branchesOf, intrinsicOf } from '../../cloudformation/index.ts';
import { STATEMENT_ELEMENTS } from '../../iam/index.ts';
import { type Entry, entryOf, type MappingNode, type ScalarNode, type SyntaxNode } from '../../syntax/index.ts';
import { nearest } from '../../text/nearest.ts';
import type { Span } from '../../text/span.ts';

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export const DOCUMENT_ELEMENTS: readonly string[] = ['Version', 'Id', 'Statement'];

/** The key of an element that is there: not one whose value vanishes (`AWS::NoValue`). */
export function presentElement(node: MappingNode, name: string): Entry | undefined {
  const entry = entryOf(node, name);
  return entry?.value && branchesOf(entry.value).every((branch) => branch.node === undefined) ? undefined : entry;
}

/** Whether none of the elements is there for certain: not misspelt either, nor brought in by a macro or an include. */
export function lacksAll(node: MappingNode, names: readonly string[], elements = STATEMENT_ELEMENTS): boolean {
  if (names.some((name) => presentElement(node, name))) return false;
  return !node.entries.some(({ key }) => isExpressionKey(key) || names.includes(elementMeant(key.text, elements) ?? ''));
}

/** `Fn::Transform` beside other keys: what it brings cannot be seen. */
export function isExpressionKey({ text }: ScalarNode): boolean {
  return text.startsWith('Fn::');
}

/** The element that an unknown key was probably meant to be: `Principle` is two letters away from `Principal`. */
export function elementMeant(key: string, elements: readonly string[]): string | undefined {
  return elements.includes(key) ? undefined : nearest(key, elements, ({ length }) => (length > 4 ? 2 : 0));
}

/** Whether only deployment knows what stands here: an intrinsic function. */
export function isExpression(node: SyntaxNode): boolean {
  return intrinsicOf(node) !== undefined;
}

/** Where to say that something is missing from a mapping: its first key. */
export function headSpan(node: MappingNode): Span {
  return node.entries[0]?.key.span ?? node.span;
}
