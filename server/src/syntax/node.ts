import type { SourceText } from '../text/sourceText.ts';
import type { Span } from '../text/span.ts';

/**
 * One node of the tree that YAML and JSON share. Above this folder nobody asks which of the two a document is.
 * Spans are addresses: UTF-16 offsets of the whole text in a document that was never changed, else see `addresses.ts`. An alias stands as the node that its anchor names (with the anchor's spans);
 * merge keys (`<<`) are merged into the entries.
 */
export type SyntaxNode = MappingNode | SequenceNode | ScalarNode;

interface NodeBase {
  /** The value's characters, quotes and brackets included, tag, anchor and trailing comments left out. */
  readonly span: Span;
  /** The collection around it; `undefined` for the root, a section and the entries of one: the pieces that a document is made of. */
  readonly parent: MappingNode | SequenceNode | undefined;
  /** A YAML tag as written, `!Sub` for instance; never set in JSON. */
  readonly tag: string | undefined;
  /** The span from the tag's first character to the value's last; equal to `span` without a tag. */
  readonly outerSpan: Span;
}

export interface MappingNode extends NodeBase {
  readonly kind: 'mapping';
  /** Written with braces. */
  readonly flow: boolean;
  /** In the order of the text; a repeated key appears again (with a problem). */
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: ScalarNode;
  /** Absent while the author is still typing. */
  readonly value: SyntaxNode | undefined;
  /** From the key's first character to the value's last. */
  readonly span: Span;
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  /** Written with brackets. */
  readonly flow: boolean;
  readonly items: readonly SyntaxNode[];
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  /** The decoded value. Numbers and booleans as YAML 1.2 core and JSON have them; a date stays a string. */
  readonly value: string | number | boolean | null;
  /** The decoded value as text: what an IAM policy or CloudFormation sees of it; empty for null. */
  readonly text: string;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /** Where the piece [from, to) of `text` stands in the source: through quotes, escapes and folding. */
  readonly spanOf: (from: number, to: number) => Span;
}

export interface SyntaxTree {
  readonly source: SourceText;
  /** Absent for an empty text or one whose root is not readable at all. */
  readonly root: SyntaxNode | undefined;
}

/** The entry with this key; the last one where a key is repeated, as CloudFormation and IAM read it. */
export function entryOf(node: SyntaxNode | undefined, key: string): Entry | undefined {
  if (node?.kind !== 'mapping') return undefined;
  const { entries } = node;
  for (let i = entries.length - 1; i >= 0; i--) if (entries[i]?.key.text === key) return entries[i];
  return undefined;
}

/** The value under this key of a mapping. */
export function child(node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  return entryOf(node, key)?.value;
}

/** The value at the end of a path of keys. */
export function childAt(node: SyntaxNode | undefined, ...path: readonly string[]): SyntaxNode | undefined {
  return path.reduce<SyntaxNode | undefined>(child, node);
}

/** The decoded text of a scalar without a tag; `undefined` for anything else. */
export function literalText(node: SyntaxNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.tag === undefined && node.value !== null ? node.text : undefined;
}

/** A list as it is, a single value as a list of one, nothing as an empty list: how IAM reads its elements. */
export function itemsOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  if (!node) return [];
  return node.kind === 'sequence' && node.tag === undefined ? node.items : [node];
}

/** What stands in a node, keys and values, in the order of the text. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'sequence') return node.items;
  if (node.kind === 'scalar') return [];
  return node.entries.flatMap(({ key, value }) => (value ? [key, value] : [key]));
}
