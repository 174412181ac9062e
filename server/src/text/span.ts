/** A place in a text, in UTF-16 code units from its start. */
export type Offset = number;

/** A piece of a text: half-open, in UTF-16 code units. */
export interface Span {
  readonly start: Offset;
  readonly end: Offset;
}

/** Whether the offset lies in the span or directly behind it: where a cursor still belongs to a word. */
export function touches(span: Span, offset: Offset): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether every character of `inner` belongs to `outer`. */
export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two spans share a character, or one of them is empty and touches the other. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start === a.end || b.start === b.end ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}
