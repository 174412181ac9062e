import { onceFor } from '../incremental/once.ts';
import { alternatives, displayHole, type Hole, isSame, knownText, onlyHole, type SymbolicString } from './symbolicString.ts';
import { either, type Ternary } from './ternary.ts';

/**
 * Whether every string that `target` may stand for matches the pattern, in which `*` stands for any characters and `?` for one.
 *
 * A `*` in the target is "any value here": only a `*` of the pattern covers it for certain, a longer text of the pattern covers some
 * of it (`unknown`). Law: `covers(p, p)` is never `no`, and hiding a text behind a hole never makes a `no` out of anything else.
 */
export function covers(pattern: SymbolicString, target: SymbolicString): Ternary {
  if (differAtOnce(pattern, target)) return 'no';
  if (isSame(pattern, target)) return 'yes';
  if (isExact(pattern) && isExact(target)) return 'no';
  const [one, other] = [onlyHole(pattern), onlyHole(target)];
  if (one?.kind === 'attribute' && other?.kind === 'attribute') return sameHole(one, other);
  const patterns = alternatives(pattern);
  return either(alternatives(target).flatMap((one) => patterns.map((other) => coversOne(tokensOf(other), tokensOf(one)))));
}

/** The same with letter case ignored in texts, as IAM compares actions and ARNs' partition and service. */
export function coversIgnoringCase(pattern: SymbolicString, target: SymbolicString): Ternary {
  return covers(lowerCased(pattern), lowerCased(target));
}

export const lowerCased: (value: SymbolicString) => SymbolicString = onceFor(({ parts, origin }) => ({
  parts: parts.map((part) => (part.kind === 'text' ? { kind: 'text', text: part.text.toLowerCase() } : part)),
  origin,
}));

/** A cheap look at the beginnings, which settles most questions: whether they differ in a character before anything in them is open. */
function differAtOnce({ parts: [a] }: SymbolicString, { parts: [b] }: SymbolicString): boolean {
  if (a?.kind !== 'text' || b?.kind !== 'text') return false;
  const length = Math.min(a.text.length, b.text.length);
  for (let i = 0; i < length; i++) {
    const character = a.text[i];
    const opposite = b.text[i];
    if (character === '*' || character === '?' || opposite === '*') return false;
    if (character !== opposite) return true;
  }
  return false;
}

/** Whether it stands for itself alone: text without wildcards. */
function isExact(value: SymbolicString): boolean {
  const text = knownText(value);
  return text !== undefined && !text.includes('*') && !text.includes('?');
}

/** One character, or one hole. */
type Token = string | Hole;

const tokensOf = onceFor(({ parts }: SymbolicString) =>
  parts.flatMap<Token>((part, i) => {
    if (part.kind === 'text') return Array.from(part.text);
    return [i === 0 ? loosened(part.hole) : part.hole];
  }),
);

/** What a resource gives at the start of a string may be a whole ARN, colons and all; behind `arn:…` it is a name or an id. */
function loosened(hole: Hole): Hole {
  if (hole.kind !== 'attribute') return hole;
  return { kind: 'opaque', reason: 'it may be a whole ARN', key: displayHole(hole).slice(2, -1) };
}

const RANK = { no: 0, unknown: 1, yes: 2 } as const satisfies Record<Ternary, number>;
const better = (a: Ternary, b: Ternary): Ternary => (RANK[a] >= RANK[b] ? a : b);
const atMostUnknown = (a: Ternary): Ternary => (a === 'yes' ? 'unknown' : a);

/**
 * Characters at both beginnings or at both ends can only stand for each other: they are compared first, and only what is between them
 * takes looking at all ways to lay the one along the other.
 */
function coversOne(pattern: readonly Token[], target: readonly Token[]): Ternary {
  let [from, behind] = [0, 0];
  const most = Math.min(pattern.length, target.length);
  for (; from < most && areCharacters(pattern[from], target[from]); from++) {
    if (!isCovered(pattern[from], target[from])) return 'no';
  }
  for (; behind < most - from && areCharacters(pattern.at(-1 - behind), target.at(-1 - behind)); behind++) {
    if (!isCovered(pattern.at(-1 - behind), target.at(-1 - behind))) return 'no';
  }
  const [end, targetEnd] = [pattern.length - behind, target.length - behind];
  if (from === end) return from === targetEnd ? 'yes' : bestAlignment([], target.slice(from, targetEnd));
  if (from === end - 1 && pattern[from] === '*') return 'yes';
  return bestAlignment(pattern.slice(from, end), target.slice(from, targetEnd));
}

/** Whether both are single characters, neither of them standing for several. */
function areCharacters(token: Token | undefined, opposite: Token | undefined): boolean {
  return typeof token === 'string' && typeof opposite === 'string' && token !== '*' && opposite !== '*';
}

function isCovered(token: Token | undefined, opposite: Token | undefined): boolean {
  return token === '?' || token === opposite;
}

/**
 * The best of all ways to lay the pattern along the target. Filled from the end, row by row, so that long texts need no deep stack:
 * `next` holds the answers for the rest of the pattern behind the current token.
 */
function bestAlignment(pattern: readonly Token[], target: readonly Token[]): Ternary {
  let next: Ternary[] = target.map(() => 'no');
  next.push('yes');
  // Behind the end of the pattern, only the end of the target (or holes and wildcards that may be empty) matches.
  for (let j = target.length - 1; j >= 0; j--) next[j] = mayBeEmpty(target[j]) ? atMostUnknown(next[j + 1] ?? 'no') : 'no';
  for (let i = pattern.length - 1; i >= 0; i--) next = rowOf(pattern[i] ?? '', target, next);
  return next[0] ?? 'no';
}

function rowOf(token: Token, target: readonly Token[], next: readonly Ternary[]): Ternary[] {
  const row: Ternary[] = target.map(() => 'no');
  row.push(token === '*' ? (next[target.length] ?? 'no') : mayBeEmpty(token) ? atMostUnknown(next[target.length] ?? 'no') : 'no');
  for (let j = target.length - 1; j >= 0; j--) {
    const opposite = target[j] ?? '';
    row[j] = bestOf(token, opposite, { both: next[j + 1] ?? 'no', token: next[j] ?? 'no', opposite: row[j + 1] ?? 'no' });
  }
  return row;
}

/** The answers for the rests: behind both tokens, behind the pattern's token only, behind the target's token only. */
interface Rests {
  readonly both: Ternary;
  readonly token: Ternary;
  readonly opposite: Ternary;
}

function bestOf(token: Token, opposite: Token, rests: Rests): Ternary {
  if (token === '*') return better(rests.token, rests.opposite);
  if (opposite === '*') return atMostUnknown(better(rests.both, better(rests.token, rests.opposite)));
  if (typeof token === 'string' && typeof opposite === 'string') return token === '?' || token === opposite ? rests.both : 'no';
  if (typeof token === 'object' && typeof opposite === 'object') return bestOfHoles(token, opposite, rests);
  if (typeof token === 'object')
    return holeAgainst(token, opposite, { ends: rests.both, goesOn: rests.opposite, empty: rests.token });
  return holeAgainst(opposite, token, { ends: rests.both, goesOn: rests.token, empty: rests.opposite });
}

/** A hole that holds this character ends with it or goes on behind it; one that may be empty may also hold nothing. */
function holeAgainst(
  hole: Token,
  character: Token,
  rests: { readonly ends: Ternary; readonly goesOn: Ternary; readonly empty: Ternary },
): Ternary {
  const empty = mayBeEmpty(hole) ? rests.empty : 'no';
  return atMostUnknown(mayContain(hole, character) ? better(empty, better(rests.ends, rests.goesOn)) : empty);
}

function bestOfHoles(token: Hole, opposite: Hole, rests: Rests): Ternary {
  const same = sameHole(token, opposite);
  const aligned = same === 'yes' ? rests.both : same === 'unknown' ? atMostUnknown(rests.both) : 'no';
  if (isAtom(token) && isAtom(opposite)) return aligned;
  return better(aligned, atMostUnknown(better(rests.token, rests.opposite)));
}

/** Whether two holes hold the same value. Names and ids of two resources of one template differ. */
function sameHole(a: Hole, b: Hole): Ternary {
  if (a.kind === 'attribute' && b.kind === 'attribute') {
    if (a.logicalId !== b.logicalId) return 'no';
    return a.attribute === b.attribute ? 'yes' : 'unknown';
  }
  return displayHole(a) === displayHole(b) ? 'yes' : 'unknown';
}

/** A hole that deployment fills with one name or id, never empty and never reaching into what stands beside it. */
function isAtom(hole: Hole): boolean {
  return hole.kind === 'attribute' || hole.kind === 'pseudo';
}

function mayBeEmpty(token: Token | undefined): boolean {
  return typeof token === 'object' ? !isAtom(token) : token === '*';
}

const PSEUDO_CHARACTERS: Readonly<Record<string, RegExp>> = {
  'AWS::AccountId': /[0-9]/,
  'AWS::Region': /[a-z0-9-]/,
  'AWS::Partition': /[a-z-]/,
  'AWS::URLSuffix': /[a-z.]/,
  'AWS::StackName': /[A-Za-z0-9-]/,
};

/** Whether a hole's value may hold the character. */
function mayContain(hole: Token, character: Token): boolean {
  if (typeof hole !== 'object' || typeof character !== 'string') return false;
  return hole.kind !== 'pseudo' || character === '?' || (PSEUDO_CHARACTERS[hole.name]?.test(character) ?? true);
}
