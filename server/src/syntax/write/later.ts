import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';

/** An edit that is made when somebody looks at it: of those that are offered, hardly one is chosen. */
export function later(make: () => TextEdit): TextEdit {
  let made: TextEdit | undefined;
  const edit = (): TextEdit => {
    made ??= make();
    return made;
  };
  return {
    get span() {
      return edit().span;
    },
    get newText() {
      return edit().newText;
    },
  };
}

/** An edit of which only the place is known at once. */
export function writtenLater(span: Span, write: () => string): TextEdit {
  let written: string | undefined;
  return {
    span,
    get newText() {
      written ??= write();
      return written;
    },
  };
}
