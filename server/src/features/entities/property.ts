import type { Span } from '../../text/span.ts';
import { type PropertyNote, propertyNote } from '../describe/propertyNotes.ts';
import { propertyEntryAt, type Spot, wordSpan } from './spot.ts';

/** A property of a resource that decides on permissions, by its key or its value. */
export interface PropertyEntity {
  readonly kind: 'property';
  readonly name: string;
  readonly note: PropertyNote;
  readonly span: Span;
}

/** Only properties directly below `Properties`. */
export function propertyEntityAt(spot: Spot): PropertyEntity | undefined {
  const { node, resource } = spot;
  const name = propertyEntryAt(spot)?.key.text;
  if (!resource || name === undefined) return undefined;
  const note = propertyNote(resource.type, name);
  return note && { kind: 'property', name, note, span: wordSpan(node) };
}
