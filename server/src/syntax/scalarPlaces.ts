import type { Offset, Span } from '../text/span.ts';
import type { GreenScalar } from './green.ts';

/** Where the pieces of a scalar's decoded text stand, in offsets that count as the scalar's own. */
export interface ScalarPlaces {
  piece(from: number, to: number): Span;
}

const known = new WeakMap<GreenScalar, ScalarPlaces>();

/** The places of a scalar's characters; worked out once for each scalar, when first asked for. */
export function decodedPlaces(scalar: GreenScalar, text: string, base: Offset): ScalarPlaces {
  const places = known.get(scalar) ?? work(scalar, text.slice(base + scalar.start, base + scalar.end));
  known.set(scalar, places);
  return places;
}

function work(scalar: GreenScalar, raw: string): ScalarPlaces {
  const content = scalar.encoding === 'plain' ? 0 : 1;
  const limit = raw.length;
  return {
    piece: (from, to) => ({
      start: scalar.start + Math.min(limit, content + Math.max(0, from)),
      end: scalar.start + Math.min(limit, content + Math.max(from, to)),
    }),
  };
}
