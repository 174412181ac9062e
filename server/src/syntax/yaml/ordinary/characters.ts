export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const EXCLAMATION_MARK = 33;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const SINGLE_QUOTE = 39;
export const COMMA = 44;
export const DASH = 45;
export const POINT = 46;
export const COLON = 58;
export const GREATER_THAN = 62;
export const QUESTION_MARK = 63;
export const OPENING_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSING_BRACKET = 93;
export const OPENING_BRACE = 123;
export const BAR = 124;
export const CLOSING_BRACE = 125;

/** Whether a character parts words. The code behind the last character is NaN. */
export function isBlank(code: number): boolean {
  return code === SPACE || isLineEnd(code) || code === TAB;
}

export function isLineEnd(code: number): boolean {
  return code === LF || code === CR || Number.isNaN(code);
}

export function isSpaceOrTab(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}

/** A comma or a bracket: between brackets, plain text ends there. */
export function isFlowIndicator(code: number): boolean {
  return (
    code === COMMA || code === OPENING_BRACKET || code === CLOSING_BRACKET || code === OPENING_BRACE || code === CLOSING_BRACE
  );
}

/** One of the letters that nearly all plain text starts with. */
export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
