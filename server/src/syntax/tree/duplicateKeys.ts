import type { SyntaxProblem } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';

/** A key and where it stands. */
export interface KeyPlace extends Span {
  readonly text: string;
}

/** A problem for each key that stands in the mapping before. */
export function duplicateKeys(keys: readonly KeyPlace[]): readonly SyntaxProblem[] {
  const seen = new Set<string>();
  const problems: SyntaxProblem[] = [];
  for (const { text, start, end } of keys) {
    if (seen.has(text)) {
      problems.push({
        code: 'duplicate-key',
        message: `The key '${text}' stands here twice, and only the last one counts. Rename or remove one of them.`,
        span: { start, end },
      });
    }
    seen.add(text);
  }
  return problems;
}
