import type { LanguageId } from '../../text/sourceText.ts';
import type { Offset } from '../../text/span.ts';
import type { MappingNode } from '../node.ts';
import { redMapping } from '../tree/redNode.ts';
import type { Slice } from './slice.ts';

/**
 * A slice with its address and its nodes: the same object, with the same nodes, in every version of the document in which its text
 * stands, wherever it moves. The nodes' spans are addresses (see `addresses.ts`).
 */
export interface Piece {
  readonly slice: Slice;
  /** The address of the slice's first character. */
  readonly address: Offset;
  /** The entries that the slice holds, as a mapping of their own. Made when somebody looks. */
  readonly node: MappingNode;
}

/** A piece and where it stands in one version of the text. */
export interface PlacedPiece {
  readonly piece: Piece;
  readonly start: Offset;
}

export function pieceOf(slice: Slice, address: Offset, languageId: LanguageId): Piece {
  let node: MappingNode | undefined;
  return {
    slice,
    address,
    get node() {
      node ??= redMapping(
        {
          languageId,
          text: slice.text,
          place: (start, end) => ({ start: address + start, end: address + end }),
          target: () => undefined,
        },
        { green: slice.root, base: 0 },
      );
      return node;
    },
  };
}

/** Behind the piece's last character. */
export function endOf({ piece, start }: PlacedPiece): Offset {
  return start + piece.slice.text.length;
}
