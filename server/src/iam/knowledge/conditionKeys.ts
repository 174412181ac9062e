import type { ConditionKeyInfo } from '../knowledge.ts';

/**
 * The entry of a table that a key written in a policy stands for: the key itself in any letter case, or the entry whose
 * variable part (`${TagKey}`, `<key>`) the key fills in.
 */
export function findConditionKey(table: readonly ConditionKeyInfo[], key: string): ConditionKeyInfo | undefined {
  const wanted = key.toLowerCase();
  return (
    table.find((entry) => entry.key.toLowerCase() === wanted) ??
    table.find((entry) => /\$\{|</.test(entry.key) && fills(entry.key.toLowerCase(), wanted))
  );
}

/** Whether the text has the pattern's fixed pieces at its start, in order, and at its end, with something between them. */
function fills(pattern: string, text: string): boolean {
  const [first = '', ...others] = pattern.split(/\$\{[^}]*\}|<[^>]*>/);
  const last = others.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length + 1;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length + 1;
  }
  return at <= text.length - last.length;
}
