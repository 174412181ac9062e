import type { Change } from '../../text/change.ts';
import type { Offset, Span } from '../../text/span.ts';
import type { SectionSplit, Split } from '../slices/split.ts';

interface Member {
  readonly start: Offset;
  readonly valueStart: Offset;
  readonly end: Offset;
  readonly inner: Members | undefined;
}

interface Members {
  readonly braces: Span;
  readonly members: readonly Member[];
}

/**
 * Splits a JSON object at its members and at those of the objects in it, passing over everything deeper. Nothing for a
 * text in which a bracket, a quote or a comma is out of place at these levels, or a comment: it is read whole.
 */
export function splitJson(text: string): Split | undefined {
  const start = pastBlanks(text, text.startsWith('\uFEFF') ? 1 : 0);
  const root = membersAt(text, start, 2);
  if (!root || root.members.length === 0 || pastBlanks(text, root.braces.end) < text.length) return undefined;
  return { braces: root.braces, sections: root.members.map(sectionOf) };
}

/** Whether a text is split in the same places as before a change inside an inner piece: it is where the member still ends behind the change. */
export function staysWholeJson(_before: string, after: string, piece: Span, { endBefore, endAfter }: Change): boolean {
  return memberAt(after, piece.start, 1)?.end === piece.end + endAfter - endBefore;
}

function sectionOf({ start, valueStart, end, inner }: Member): SectionSplit {
  if (!inner || inner.members.length === 0) return { own: { start, end }, inner: undefined };
  const pieces = inner.members.map((member) => ({ start: member.start, end: member.end }));
  return { own: { start, end: valueStart }, inner: { braces: inner.braces, pieces } };
}

/** The members of the object that starts here, and `levels - 1` levels of objects in them. */
function membersAt(text: string, start: Offset, levels: number): Members | undefined {
  if (text[start] !== '{') return undefined;
  const members: Member[] = [];
  let at = pastBlanks(text, start + 1);
  if (text[at] === '}') return { braces: { start, end: at + 1 }, members };
  for (;;) {
    const member = memberAt(text, at, levels);
    if (!member) return undefined;
    members.push(member);
    at = pastBlanks(text, member.end);
    if (text[at] === '}') return { braces: { start, end: at + 1 }, members };
    if (text[at] !== ',') return undefined;
    at = pastBlanks(text, at + 1);
  }
}

function memberAt(text: string, start: Offset, levels: number): Member | undefined {
  const keyEnd = text[start] === '"' ? pastString(text, start) : 0;
  const colon = pastBlanks(text, keyEnd);
  if (keyEnd === 0 || text[colon] !== ':') return undefined;
  const valueStart = pastBlanks(text, colon + 1);
  const inner = levels > 1 ? membersAt(text, valueStart, levels - 1) : undefined;
  const end = inner ? inner.braces.end : pastValue(text, valueStart);
  return end > valueStart ? { start, valueStart, end, inner } : undefined;
}

function pastBlanks(text: string, start: Offset): Offset {
  let at = start;
  for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13 || code === 9; code = text.charCodeAt(at)) at++;
  return at;
}

/** Behind the value that starts here; the same offset if none does or it does not end. */
function pastValue(text: string, start: Offset): Offset {
  const first = text[start];
  if (first === '"') return pastString(text, start);
  if (first === '{' || first === '[') return pastBrackets(text, start) || start;
  WORD.lastIndex = start;
  return WORD.test(text) ? WORD.lastIndex : start;
}

const WORD = /[\w.+-]+/y;

/** Behind the string that starts here, or 0 if it does not end on its line. */
function pastString(text: string, start: Offset): Offset {
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code === 92) at++;
    else if (code === 10 || code === 13 || Number.isNaN(code)) return 0;
  }
}

/** Behind the bracket that closes the one here, or 0. Of the two kinds of bracket only the balance counts. */
function pastBrackets(text: string, start: Offset): Offset {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 34: {
        const end = pastString(text, at);
        if (end === 0) return 0;
        at = end - 1;
        break;
      }
      case 91:
      case 123:
        depth++;
        break;
      case 93:
      case 125:
        depth--;
        if (depth === 0) return at + 1;
        break;
      case 47:
        return 0;
    }
  }
  return 0;
}
