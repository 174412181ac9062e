import type { Offset } from '../text/span.ts';
import { endOf, type PlacedPiece, type Reading } from './slices/index.ts';

/**
 * Between the addresses that nodes have and the offsets of one version of the text.
 *
 * A piece of a document that did not change keeps its nodes from version to version, and with them their spans. So these cannot be
 * offsets of the text, in which the piece may have moved: they are addresses, the offsets of the version in which the piece was first
 * read plus a base that no two versions share. In a document that was never changed, every address is its offset.
 */
export interface Addresses {
  readonly offsetOf: (address: Offset) => Offset;
  readonly addressOf: (offset: Offset) => Offset;
  /** The piece that an address belongs to; of two that meet there, the second one. */
  readonly pieceAt: (address: Offset) => PlacedPiece | undefined;
}

/** For a document that was read whole. */
export const SAME: Addresses = { offsetOf: (address) => address, addressOf: (offset) => offset, pieceAt: () => undefined };

export function addressesOf({ pieces, base }: Reading): Addresses {
  let kept: readonly PlacedPiece[] | undefined;
  const keptAt = (address: Offset): PlacedPiece | undefined => {
    kept ??= pieces.filter(({ piece }) => piece.address < base).sort((a, b) => a.piece.address - b.piece.address);
    return lastOf(kept, (each) => each.piece.address <= address);
  };
  const standsAt = (offset: Offset): PlacedPiece | undefined => lastOf(pieces, ({ start }) => start <= offset);
  return {
    offsetOf: (address) => {
      const found = address < base ? keptAt(address) : undefined;
      return found ? found.start + (address - found.piece.address) : address - base;
    },
    addressOf: (offset) => {
      const found = standsAt(offset);
      return found && offset <= endOf(found) ? found.piece.address + (offset - found.start) : base + offset;
    },
    pieceAt: (address) => {
      const found = address < base ? keptAt(address) : standsAt(address - base);
      return found && address <= found.piece.address + found.piece.slice.text.length ? found : undefined;
    },
  };
}

/** The last one that passes, of which all before it do. */
function lastOf<T>(sorted: readonly T[], passes: (each: T) => boolean): T | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = sorted[middle];
    if (each !== undefined && passes(each)) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
