/** A value that fits on a line by itself. */
export type Atom = string | number | boolean | null;

/** The double-quoted form of a text, good for JSON and for YAML. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, unicodeEscape);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export function jsonScalar(value: Atom): string {
  return typeof value === 'string' ? doubleQuoted(value) : String(value);
}

/** A scalar in YAML: plain where that comes back as the same value, in quotes otherwise. */
export function yamlScalar(value: Atom, place: 'block' | 'flow', quote: 'single' | 'double'): string {
  if (typeof value !== 'string') return String(value);
  return isPlainText(value, place) && !looksTyped(value) ? value : quoted(value, quote);
}

/** A text in the wanted quotes; in double quotes in any case if it has characters that single quotes cannot hold. */
export function quoted(text: string, quote: 'single' | 'double'): string {
  return quote === 'double' || !fitsSingleQuotes(text) ? doubleQuoted(text) : `'${text.replaceAll("'", "''")}'`;
}

/** Whether a text stands on one line and has printable characters only. */
export function fitsSingleQuotes(text: string): boolean {
  return /^[\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u.test(text);
}

/** Whether YAML reads these characters, without quotes, as one scalar of just this text. */
export function isPlainText(text: string, place: 'block' | 'flow'): boolean {
  if (text === '' || text !== text.trim() || !fitsSingleQuotes(text)) return false;
  if (/^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:[\s,[\]{}]|$)|---|\.\.\.)/.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text)) return false;
  return place === 'block' || !/[,[\]{}]|^[?:]|:$/.test(text);
}

/**
 * Whether some YAML reader takes the text, without quotes, for something else than a text: the words, numbers and dates of
 * YAML 1.1 (https://yaml.org/type/) as well as those of 1.2, because CloudFormation and SAM read 1.1.
 */
export function looksTyped(text: string): boolean {
  return (
    /^(?:~|null|true|false|yes|no|on|off|y|n|=|<<)$/i.test(text) ||
    /^[-+]?\.(?:inf|nan)$/i.test(text) ||
    /^[-+]?(?:0[box])?[\d_][\da-f_,:]*\.?[\d_]*(?:e[-+]?\d*)?$/i.test(text) ||
    /^[-+]?\.\d[\d_]*(?:e[-+]?\d+)?$/i.test(text) ||
    /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt\s].*)?$/.test(text)
  );
}
