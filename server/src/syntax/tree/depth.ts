import type { SyntaxProblem } from '../../text/sourceText.ts';
import type { Offset } from '../../text/span.ts';

/** How deeply collections may be nested before the rest is left unread: far beyond any template, far below any stack's end. */
export const MAX_DEPTH = 200;

/** The problem of a collection that is nested too deeply to be read. */
export function tooDeep(offset: Offset): SyntaxProblem {
  return {
    code: 'too-deep',
    message: `This is nested more than ${MAX_DEPTH} levels deep and was not read. Close the brackets that were left open, or flatten it.`,
    span: { start: offset, end: offset + 1 },
  };
}
