import type { SyntaxProblem } from '../../text/sourceText.ts';
import type { Offset } from '../../text/span.ts';

/**
 * The immutable inside of the tree. Offsets are relative to the slice of text that was read, so that a slice which only moved
 * keeps its nodes; `redNode.ts` adds the place and the parent when somebody looks.
 */
export type GreenNode = GreenMapping | GreenSequence | GreenScalar | GreenAlias;

interface GreenBase {
  readonly start: Offset;
  readonly end: Offset;
  /** Where the tag starts; equal to `start` without one. */
  readonly outerStart: Offset;
  readonly tag: string | undefined;
  readonly anchor: string | undefined;
}

export interface GreenMapping extends GreenBase {
  readonly kind: 'mapping';
  readonly flow: boolean;
  readonly entries: readonly GreenEntry[];
}

export interface GreenEntry {
  readonly key: GreenScalar;
  readonly value: GreenNode | undefined;
  readonly end: Offset;
  /** What to add to the mapping's base to get the base of this entry: other than 0 only where slices were put together. */
  readonly shift: number;
}

export interface GreenSequence extends GreenBase {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly GreenNode[];
}

export interface GreenScalar extends GreenBase {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly text: string;
  readonly encoding: Encoding;
  /** The indentation of the parent of a block scalar; an explicit indentation indicator counts from there. */
  readonly indent: number;
}

/** How the characters of a scalar are written. */
export type Encoding = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'json';

export interface GreenAlias extends GreenBase {
  readonly kind: 'alias';
  readonly name: string;
}

/** A green node and the offset that its offsets count from. */
export interface Placed<G extends GreenNode = GreenNode> {
  readonly green: G;
  readonly base: Offset;
}

/** One slice of text as it was read. */
export interface GreenRead {
  readonly root: GreenNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly aliases: boolean;
}
