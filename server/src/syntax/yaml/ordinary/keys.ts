import type { GreenEntry, GreenScalar } from '../../tree/green.ts';

/** Few keys are compared faster than they are hashed. */
const FEW = 8;

/** Whether a key stands twice among the entries. */
export function hasTwins(entries: readonly GreenEntry[]): boolean {
  if (entries.length > FEW) return new Set(entries.map(({ key }) => key.text)).size < entries.length;
  for (let i = 1; i < entries.length; i++) {
    const text = entries[i]?.key.text;
    for (let j = 0; j < i; j++) if (entries[j]?.key.text === text) return true;
  }
  return false;
}

/** Whether a text in quotes goes on in further lines: then it is no key. */
export function spansLines(text: string, { start, end, encoding }: GreenScalar): boolean {
  return encoding !== 'plain' && text.slice(start, end).includes('\n');
}
