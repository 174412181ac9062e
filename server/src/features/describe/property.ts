import type { PropertyEntity } from '../entities/property.ts';
import { paragraphs } from './markdown.ts';

/** A property that decides on permissions. */
export function describeProperty({ name, note }: PropertyEntity): string {
  return paragraphs(`**${name}** · ${note.of}`, note.text, `[AWS's page](${note.docsUrl})`);
}
