import type { GreenScalar } from '../../tree/green.ts';

/**
 * What plain text means by YAML's core schema (YAML 1.2.2, 10.3.2). The library has the same rules, but asks them all of every text and makes
 * objects of the answers.
 */
export function coreValue(source: string): GreenScalar['value'] {
  if (source.length <= MAX_WORD) {
    const word = WORDS.get(source);
    if (word !== undefined) return word;
  }
  return mayBeNumber(source.charCodeAt(0)) ? number(source) : source;
}

const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
const MAX_WORD = 5;

/** A digit, a sign or a point. */
function mayBeNumber(code: number): boolean {
  return code >= 43 && code <= 57 && code !== 44 && code !== 47;
}

const DECIMAL = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const OCTAL = /^0o[0-7]+$/;
const HEXADECIMAL = /^0x[\dA-Fa-f]+$/;
const INFINITE = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;

function number(source: string): number | string {
  if (DECIMAL.test(source)) return Number.parseFloat(source);
  if (OCTAL.test(source)) return Number.parseInt(source.slice(2), 8);
  if (HEXADECIMAL.test(source)) return Number.parseInt(source.slice(2), 16);
  if (INFINITE.test(source)) return source.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return NOT_A_NUMBER.test(source) ? Number.NaN : source;
}
