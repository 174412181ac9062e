import { ANY_NUMBER, type Step } from './steps.ts';

/** What the characters of a name have to be, from the pieces of a pattern: stars, question marks, sets in brackets, and characters. */
export function characterSteps(pieces: readonly string[]): readonly Step[] {
  return pieces.map((piece) => {
    if (piece.startsWith('*')) return ANY_NUMBER;
    if (piece === '?') return () => true;
    if (piece.startsWith('[') && piece.length > 1) return setTest(piece.slice(1, -1));
    const wanted = piece.length > 1 && piece.startsWith('\\') ? piece.slice(1) : piece;
    return (character) => character === wanted;
  });
}

/** The members of a set: a named class, a range, or a character. */
const MEMBERS = /\[:(\w+):\]|(\\.|[^\\])-(\\.|[^\\])|\\?(.)/gsu;

const NAMED_CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  digit: /[0-9]/,
  lower: /[a-z]/,
  upper: /[A-Z]/,
  space: /\s/,
  xdigit: /[A-Fa-f0-9]/,
  punct: /[!-/:-@[-`{-~]/,
};

function setTest(inside: string): (character: string) => boolean {
  const negated = /^[!^]/.test(inside);
  const members = Array.from((negated ? inside.slice(1) : inside).matchAll(MEMBERS), ([, name, from, to, single]) => {
    if (name !== undefined) return (character: string) => NAMED_CLASSES[name]?.test(character) === true;
    if (from !== undefined && to !== undefined) return (character: string) => isBetween(character, from, to);
    return (character: string) => character === single;
  });
  return (character) => members.some((matches) => matches(character)) !== negated;
}

function isBetween(character: string, from: string, to: string): boolean {
  const [at = 0, low = 0, high = 0] = [character, from.replace(/^\\(?=.)/s, ''), to.replace(/^\\(?=.)/s, '')].map((each) =>
    each.codePointAt(0),
  );
  return low <= at && at <= high;
}
