import type { LanguageId } from '../../text/sourceText.ts';
import type { Offset, Span } from '../../text/span.ts';
import type { Entry, MappingNode, ScalarNode, SequenceNode, SyntaxNode } from '../node.ts';
import { placeOf } from '../places/index.ts';
import type { GreenAlias, GreenEntry, GreenMapping, GreenNode, GreenScalar, GreenSequence, Placed } from './green.ts';
import { membersOf } from './merge.ts';

/** What all red nodes of one tree, or of one piece of a document, share. */
export interface RedContext {
  /** The language of the document itself, not of one that is embedded in it. */
  readonly languageId: LanguageId;
  /** The text that the offsets count in: the document's, a piece of it, or the decoded text of a scalar for an embedded document. */
  readonly text: string;
  /** The span that nodes show for a piece of `text`. */
  readonly place: (start: Offset, end: Offset) => Span;
  /** The node that an alias stands for; absent where it would never end or grow beyond bounds. */
  readonly target: (alias: GreenAlias) => Placed | undefined;
  /** The scalar whose text an embedded document is. */
  readonly around?: ScalarNode;
}

type Parent = MappingNode | SequenceNode | undefined;

/** The node with its place; an alias as the node that its anchor names. */
export function redNode(context: RedContext, { green, base }: Placed, parent: Parent, borrowed = false): SyntaxNode | undefined {
  switch (green.kind) {
    case 'mapping':
      return new RedMapping(context, green, base, parent, borrowed);
    case 'sequence':
      return new RedSequence(context, green, base, parent, borrowed);
    case 'scalar':
      return new RedScalar(context, green, base, parent, borrowed);
    case 'alias': {
      const target = context.target(green);
      const isElsewhere = target?.base !== base || target.green.start !== green.start;
      return target && redNode(context, target, parent, borrowed || isElsewhere);
    }
  }
}

/** Whether the node stands elsewhere in the text than where the tree has it: under an alias or a merge key. */
export function isBorrowed(node: SyntaxNode): boolean {
  return node instanceof RedNode && node.borrowed;
}

/** The mapping with its place, as the root of a tree. */
export function redMapping(context: RedContext, { green, base }: Placed<GreenMapping>): MappingNode {
  return new RedMapping(context, green, base, undefined, false);
}

/** The immutable inside of a node; nothing for nodes that were not made here. */
export function greenOf(node: SyntaxNode): GreenNode | undefined {
  return node instanceof RedNode ? node.green : undefined;
}

/** Whether the two are the same node of a text, in whatever version they stand. */
export function isSameNode(a: SyntaxNode, b: SyntaxNode): boolean {
  return a === b || (a instanceof RedNode && a.green === greenOf(b));
}

/** The characters of a node as they are written, for nodes that were read from a text. */
export function writtenText(node: SyntaxNode): string {
  if (!(node instanceof RedNode)) return '';
  const { context, base, green } = node;
  return context.text.slice(base + green.start, base + green.end);
}

/** The tree's context behind a node; nothing for nodes that were not made here. */
export function contextOf(node: SyntaxNode): RedContext | undefined {
  return node instanceof RedNode ? node.context : undefined;
}

class RedNode<G extends GreenNode = GreenNode> {
  readonly context: RedContext;
  readonly green: G;
  readonly base: Offset;
  readonly parent: Parent;
  readonly borrowed: boolean;

  constructor(context: RedContext, green: G, base: Offset, parent: Parent, borrowed: boolean) {
    this.context = context;
    this.green = green;
    this.base = base;
    this.parent = parent;
    this.borrowed = borrowed;
  }

  get tag(): string | undefined {
    return this.green.tag;
  }

  get span(): Span {
    return this.context.place(this.base + this.green.start, this.base + this.green.end);
  }

  get outerSpan(): Span {
    return this.context.place(this.base + this.green.outerStart, this.base + this.green.end);
  }
}

class RedMapping extends RedNode<GreenMapping> implements MappingNode {
  readonly kind = 'mapping';
  #entries: readonly Entry[] | undefined;

  get flow(): boolean {
    return this.green.flow;
  }

  get entries(): readonly Entry[] {
    this.#entries ??= membersOf(this.context.target, this).map(
      ({ entry, base, borrowed }) => new RedEntry(this, entry, base, this.borrowed || borrowed),
    );
    return this.#entries;
  }
}

class RedEntry implements Entry {
  readonly key: ScalarNode;
  readonly #mapping: RedMapping;
  readonly #green: GreenEntry;
  readonly #base: Offset;
  readonly #borrowed: boolean;
  #value: SyntaxNode | undefined;
  #looked = false;

  constructor(mapping: RedMapping, green: GreenEntry, base: Offset, borrowed: boolean) {
    this.key = new RedScalar(mapping.context, green.key, base, mapping, borrowed);
    this.#mapping = mapping;
    this.#green = green;
    this.#base = base;
    this.#borrowed = borrowed;
  }

  get value(): SyntaxNode | undefined {
    if (!this.#looked) {
      const green = this.#green.value;
      this.#value = green && redNode(this.#mapping.context, { green, base: this.#base }, this.#mapping, this.#borrowed);
      this.#looked = true;
    }
    return this.#value;
  }

  get span(): Span {
    const { key, end } = this.#green;
    return this.#mapping.context.place(this.#base + key.outerStart, this.#base + end);
  }
}

class RedSequence extends RedNode<GreenSequence> implements SequenceNode {
  readonly kind = 'sequence';
  #items: readonly SyntaxNode[] | undefined;

  get flow(): boolean {
    return this.green.flow;
  }

  get items(): readonly SyntaxNode[] {
    this.#items ??= this.green.items.flatMap((green) => {
      const item = redNode(this.context, { green, base: this.base }, this, this.borrowed);
      return item ? [item] : [];
    });
    return this.#items;
  }
}

class RedScalar extends RedNode<GreenScalar> implements ScalarNode {
  readonly kind = 'scalar';

  get value(): string | number | boolean | null {
    return this.green.value;
  }

  get text(): string {
    return this.green.text;
  }

  get style(): ScalarNode['style'] {
    return this.green.encoding === 'json' ? 'double' : this.green.encoding;
  }

  /** A function of its own, so that it may be handed on without the node. */
  get spanOf(): (from: number, to: number) => Span {
    return (from, to) => {
      const { start, end } = placeOf(this.green, this.context.text, this.base, from, to);
      return this.context.place(this.base + start, this.base + end);
    };
  }
}
