import { alternatives, display, type Hole, type SymbolicString } from '../../../symbolic/index.ts';

/**
 * How sure it is that a name or an ARN of a deployed stack belongs to something in a template: it is written so; it fits what the template
 * leaves open, as the names do that CloudFormation makes up; or nothing speaks against it.
 */
export type Sureness = 'named' | 'fits' | 'perhaps';

export interface Fit {
  readonly sureness: Sureness;
  /** What stands behind it in the ARN: `/index/byDate`. */
  readonly rest: string;
}

const ORDER: readonly Sureness[] = ['named', 'fits', 'perhaps'];

/** The surer, the greater. */
export function rankOf(sureness: Sureness | undefined): number {
  return sureness === undefined ? 0 : ORDER.length - ORDER.indexOf(sureness);
}

/** More than this is no name, and would take long to compare. */
const LONGEST = 600;

/** Whether a value of a template may have become this name or ARN, or the beginning of it; nothing where it certainly has not. */
export function fitOf(value: SymbolicString, actual: string): Fit | undefined {
  if (actual.length > LONGEST) return undefined;
  const fits = alternatives(value).flatMap((one) => fitOfOne(one, actual) ?? []);
  return fits.sort((a, b) => rankOf(b.sureness) - rankOf(a.sureness))[0];
}

/** A part that deployment fills in, as a pattern; `logicalId` where CloudFormation makes the name of it. */
interface Piece {
  readonly pattern: string;
  readonly isOpen: boolean;
  readonly logicalId?: string;
}

/** So many open parts may be shared out in too many ways. */
const MOST_OPEN = 3;

function fitOfOne(value: SymbolicString, actual: string): Fit | undefined {
  const [first] = value.parts;
  // A reference alone may be any ARN.
  if (actual.startsWith('arn:') && first?.kind !== 'text') return undefined;
  const pieces = value.parts.map((part) =>
    part.kind === 'text' ? { pattern: escaped(part.text), isOpen: false } : pieceOf(part.hole),
  );
  if (pieces.filter(({ isOpen }) => isOpen).length > MOST_OPEN) return undefined;
  const pattern = pieces
    .map((piece) => piece.pattern)
    .join('')
    .replace(/:\\\*$/, '');
  const found = new RegExp(`^${pattern}((?:[/:].*)?)$`).exec(actual);
  if (!found) return undefined;
  const sureness = surenessOf(pieces, found.slice(1), value);
  return sureness && { sureness, rest: found.at(-1) ?? '' };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws[a-z-]*',
  'AWS::Region': '[a-z0-9-]+',
  'AWS::AccountId': '\\d{12}',
  'AWS::URLSuffix': 'amazonaws\\.com(?:\\.cn)?',
};

function pieceOf(hole: Hole): Piece {
  if (hole.kind === 'pseudo') return { pattern: PSEUDO[hole.name] ?? '[A-Za-z][A-Za-z0-9-]*?', isOpen: false };
  const isName = hole.kind === 'attribute' && (hole.attribute === undefined || /Name$/.test(hole.attribute));
  if (hole.kind === 'attribute' && isName) return { pattern: '([^:/]+)', isOpen: true, logicalId: hole.logicalId };
  return { pattern: '.+?', isOpen: true };
}

function surenessOf(pieces: readonly Piece[], made: readonly string[], value: SymbolicString): Sureness | undefined {
  const ids = pieces.flatMap(({ logicalId }) => logicalId ?? []);
  const names = ids.map((logicalId, i) => madeName(made[i] ?? '', logicalId));
  if (names.includes(undefined)) return undefined;
  if (names.includes('perhaps')) return 'perhaps';
  if (names.length > 0) return 'fits';
  const isLeftOpen = pieces.some(({ isOpen }) => isOpen) || display(value).includes('${AWS::StackName}');
  return !isLeftOpen ? 'named' : lettersOf(value) >= FEWEST_LETTERS ? 'fits' : 'perhaps';
}

/** So many letters that are written out tell a name from others. */
const FEWEST_LETTERS = 3;

/** The letters of the name that the template writes out, behind the last `/` or `:`. */
function lettersOf(value: SymbolicString): number {
  const written = display(value).replace(/\$\{[^}]*\}/g, '');
  return written.replace(/^.*[/:]/, '').replace(/[^A-Za-z]/g, '').length;
}

/** Ids that AWS makes up: of a key, an API, a user pool, a file system. */
const MADE_UP =
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|[a-z0-9]{10}|[a-z]{2}(?:-[a-z]+)+-\d_\w+|fs(?:ap)?-[0-9a-f]+|[A-Z0-9]{10,14})$/;

/** Shorter beginnings of a logical id say too little. */
const SHORTEST_CUT = 10;

/**
 * Whether CloudFormation may have made the name for a resource: of the stack's name, the logical id and a random end, cut short where it
 * would be too long. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
 */
function madeName(actual: string, logicalId: string): Sureness | undefined {
  const [, body = ''] = /^(.+)-[A-Za-z0-9]{3,14}(?:\.fifo)?$/.exec(actual) ?? [];
  const last = body.slice(body.lastIndexOf('-') + 1).toLowerCase();
  const id = logicalId.toLowerCase();
  if (last === id || (last.length >= SHORTEST_CUT && id.startsWith(last))) return 'fits';
  return MADE_UP.test(actual) ? 'perhaps' : undefined;
}
