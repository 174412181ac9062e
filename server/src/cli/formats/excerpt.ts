import { lineIndexOf } from '../../text/lineIndex.ts';
import type { SourceText } from '../../text/sourceText.ts';
import type { Span } from '../../text/span.ts';
import { printable } from '../style.ts';

/** Longer lines are cut: a template may stand in a single one. */
const WIDTH = 100;

/** What is kept of a long line before the place that matters. */
const LEAD = 30;

/** A line of a source and the marks to put below it. */
export interface Excerpt {
  /** Counted from 1. */
  readonly lineNumber: number;
  readonly line: string;
  /** Spaces and carets. */
  readonly marks: string;
}

/** The line where the span begins, with the part of the span that lies in it marked. */
export function excerptOf(span: Span, source: SourceText): Excerpt {
  const index = lineIndexOf(source);
  const { line, character } = index.positionAt(span.start);
  const whole = index.lineSpan(line);
  const length = Math.max(1, Math.min(span.end, whole.end) - span.start);
  const text = source.text.slice(whole.start, whole.end);
  if (text.length <= WIDTH) return { lineNumber: line + 1, line: printable(text), marks: marks(character, length) };
  const from = Math.max(0, character - LEAD);
  const shown = text.slice(from, from + WIDTH);
  const before = from > 0 ? '…' : '';
  const after = from + WIDTH < text.length ? '…' : '';
  return {
    lineNumber: line + 1,
    line: `${before}${printable(shown)}${after}`,
    marks: marks(before.length + character - from, Math.min(length, WIDTH - (character - from))),
  };
}

function marks(from: number, length: number): string {
  return ' '.repeat(from) + '^'.repeat(length);
}
