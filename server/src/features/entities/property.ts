import type { Span } from '../../text/span.ts';
import { type PropertyNote, propertyNote } from '../describe/propertyNotes.ts';
import { type Spot, wordSpan } from './spot.ts';

/** A property of a resource that decides on permissions, by its key. */
export interface PropertyEntity {
  readonly kind: 'property';
  readonly name: string;
  readonly note: PropertyNote;
  readonly span: Span;
}

/** Only properties directly below `Properties`. */
export function propertyEntityAt({ node, entry, resource }: Spot): PropertyEntity | undefined {
  if (!resource || !entry || node.parent !== resource.properties) return undefined;
  const name = entry.key.text;
  const note = propertyNote(resource.type, name);
  return note && { kind: 'property', name, note, span: wordSpan(node) };
}
