import type { SyntaxProblem } from '../../text/sourceText.ts';
import type { GreenEntry } from './green.ts';

/** A problem for each key that stands in the mapping before. */
export function duplicateKeys(entries: readonly GreenEntry[]): readonly SyntaxProblem[] {
  const seen = new Set<string>();
  const problems: SyntaxProblem[] = [];
  for (const { key, shift } of entries) {
    if (seen.has(key.text)) {
      problems.push({
        code: 'duplicate-key',
        message: `The key '${key.text}' stands here twice, and only the last one counts. Rename or remove one of them.`,
        span: { start: key.start + shift, end: key.end + shift },
      });
    }
    seen.add(key.text);
  }
  return problems;
}
