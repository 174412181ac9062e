import type { Span } from './span.ts';

/** Replaces the characters of `span` with `newText`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Whether the edits can be applied together: none reaches into another or beyond the text. */
export function areCompatible(text: string, edits: readonly TextEdit[]): boolean {
  let reached = 0;
  for (const { span } of inOrder(edits)) {
    if (span.start < reached || span.end < span.start) return false;
    reached = span.end;
  }
  return reached <= text.length;
}

/** The text after the edits, which must be compatible. Edits at the same place are applied in the order given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let reached = 0;
  for (const { span, newText } of inOrder(edits)) {
    result += text.slice(reached, span.start) + newText;
    reached = span.end;
  }
  return result + text.slice(reached);
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
