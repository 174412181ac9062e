import type { Offset } from '../../../text/span.ts';
import { decode } from '../../places/index.ts';
import type { GreenScalar } from '../../tree/green.ts';
import { type Tag, textScalar, valueScalar } from '../../tree/making.ts';
import {
  COLON,
  DASH,
  HASH,
  isBlank,
  isFlowIndicator,
  isLetter,
  isLineEnd,
  isSpaceOrTab,
  POINT,
  QUESTION_MARK,
} from './characters.ts';
import { coreValue } from './coreValue.ts';

/** Plain text on one line. With a tag it is text, whatever it looks like. */
export function plainScalar(text: string, start: Offset, end: Offset, tag: Tag | undefined, indent: number): GreenScalar {
  const source = text.slice(start, end);
  if (tag) return textScalar(start, end, tag, source, 'plain', indent);
  const value = coreValue(source);
  return valueScalar(start, end, undefined, value, value === null ? '' : source, 'plain', indent);
}

/** Plain text over several lines. It has a blank in it, so it is text. */
export function foldedScalar(text: string, start: Offset, end: Offset, tag: Tag | undefined, indent: number): GreenScalar {
  return textScalar(start, end, tag, decode('plain', text.slice(start, end)).text, 'plain', indent);
}

/** Plain text as a key: its text is what is written, even of `null`. */
export function plainKey(text: string, start: Offset, end: Offset, indent: number): GreenScalar {
  const source = text.slice(start, end);
  return valueScalar(start, end, undefined, coreValue(source), source, 'plain', indent);
}

/** Whether plain text can start with a character; what has another meaning, or could have, cannot. */
export function startsPlain(text: string, at: Offset, isFlow: boolean): boolean {
  const code = text.charCodeAt(at);
  if (isLetter(code)) return true;
  if (code === DASH || code === COLON || code === QUESTION_MARK) {
    const next = text.charCodeAt(at + 1);
    return !isBlank(next) && !(isFlow && (code === COLON || isFlowIndicator(next))) && !text.startsWith('---', at);
  }
  if (code === POINT) return !text.startsWith('...', at);
  return !isBlank(code) && !INDICATORS.includes(text.charAt(at));
}

const INDICATORS = ',[]{}#&*!|>\'"%@`';

/** Where plain text stops that starts here: at a colon with a blank behind it, a comment or the end of the line. */
export function plainStop(text: string, start: Offset): Offset {
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code > COLON) continue;
    if (isLineEnd(code)) return at;
    if (code === COLON && isBlank(text.charCodeAt(at + 1))) return at;
    if (code === HASH && isSpaceOrTab(text.charCodeAt(at - 1))) return at;
  }
}

/** The same between brackets, where plain text stops at brackets and commas as well. */
export function flowPlainStop(text: string, start: Offset): Offset {
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code) || isFlowIndicator(code)) return at;
    if (code === HASH && isSpaceOrTab(text.charCodeAt(at - 1))) return at;
    if (code !== COLON) continue;
    const next = text.charCodeAt(at + 1);
    if (isBlank(next) || isFlowIndicator(next)) return at;
  }
}

/** The end of text that stops here, without the blanks before. */
export function withoutBlanks(text: string, stop: Offset): Offset {
  let end = stop;
  while (isSpaceOrTab(text.charCodeAt(end - 1))) end--;
  return end;
}
