import type { Span } from '../../text/span.ts';

/**
 * How a document falls into pieces that can be read one by one: its top-level entries, and within those whose value is a
 * mapping over several lines, the entries of that mapping (the resources).
 */
export interface Split {
  /** From the root's opening brace to its closing one, where it has braces. */
  readonly braces: Span | undefined;
  readonly sections: readonly SectionSplit[];
}

export interface SectionSplit {
  /** The whole entry; only its key and colon where there is an `inner`. */
  readonly own: Span;
  readonly inner: InnerSplit | undefined;
}

export interface InnerSplit {
  readonly braces: Span | undefined;
  /** At least one. */
  readonly pieces: readonly Span[];
}
