import type { SyntaxProblem } from '../../text/sourceText.ts';
import type { Offset, Span } from '../../text/span.ts';
import { duplicateKeys, type KeyPlace } from '../tree/duplicateKeys.ts';
import type { GreenEntry, GreenMapping, GreenRead } from '../tree/green.ts';
import type { PlacedPiece } from './piece.ts';

/** A document as it is put together from pieces. Offsets are those of one version of the text. */
export interface Assembly {
  /** From the root's opening brace to its closing one, where it has braces. */
  readonly braces: Span | undefined;
  readonly sections: readonly Section[];
}

/** A top-level entry. */
export interface Section {
  /** The whole entry; only its key where there is an `inner`. */
  readonly own: PlacedPiece;
  readonly inner: { readonly braces: Span | undefined; readonly pieces: readonly PlacedPiece[] } | undefined;
}

/** All pieces in the order of the text. */
export function piecesOf({ sections }: Assembly): readonly PlacedPiece[] {
  return sections.flatMap(({ own, inner }) => (inner ? [own, ...inner.pieces] : [own]));
}

/** What could not be read in the pieces, and keys that stand twice among them. The spans are addresses. */
export function problemsOf({ sections }: Assembly): readonly SyntaxProblem[] {
  const own = sections.map((section) => section.own);
  return [...problemsIn(own), ...sections.flatMap(({ inner }) => (inner ? problemsIn(inner.pieces) : []))];
}

function problemsIn(pieces: readonly PlacedPiece[]): readonly SyntaxProblem[] {
  const inside = pieces.flatMap(({ piece: { slice, address } }) => slice.problems.map((problem) => moved(problem, address)));
  return hasRepeatedKey(pieces) ? [...inside, ...duplicateKeys(pieces.flatMap(keysOf))] : inside;
}

function hasRepeatedKey(pieces: readonly PlacedPiece[]): boolean {
  const seen = new Set<string>();
  for (const { piece } of pieces) {
    for (const { key } of piece.slice.root.entries) {
      if (seen.has(key.text)) return true;
      seen.add(key.text);
    }
  }
  return false;
}

function keysOf({ piece: { slice, address } }: PlacedPiece): readonly KeyPlace[] {
  return slice.root.entries.map(({ key }) => ({ text: key.text, start: key.start + address, end: key.end + address }));
}

function moved(problem: SyntaxProblem, by: Offset): SyntaxProblem {
  return { ...problem, span: { start: problem.span.start + by, end: problem.span.end + by } };
}

/** The document as one green tree, as if the text had been read whole; its problems are left to `problemsOf`. */
export function joinedOf({ braces, sections }: Assembly): GreenRead {
  const entries = sections.flatMap(({ own, inner }) => {
    const [key] = own.piece.slice.root.entries;
    if (!inner || !key) return entriesAt(own, 0);
    const value = mappingOf(
      inner.pieces.flatMap((piece) => entriesAt(piece, own.start)),
      inner.braces && { start: inner.braces.start - own.start, end: inner.braces.end - own.start },
    );
    return [{ ...key, value, end: value.end, shift: key.shift + own.start }];
  });
  return { root: mappingOf(entries, braces), problems: [], aliases: hasAliases({ braces, sections }) };
}

/** Whether a piece may mean something that stands in another one. */
export function hasAliases(assembly: Assembly): boolean {
  return piecesOf(assembly).some(({ piece }) => piece.slice.aliases);
}

/** The entries of a piece, with offsets that count from `base`. */
function entriesAt({ piece, start }: PlacedPiece, base: Offset): readonly GreenEntry[] {
  return piece.slice.root.entries.map((entry) => ({ ...entry, shift: entry.shift + start - base }));
}

function mappingOf(entries: readonly GreenEntry[], braces: Span | undefined): GreenMapping {
  const first = entries[0];
  const last = entries.at(-1);
  const start = braces?.start ?? (first ? first.key.outerStart + first.shift : 0);
  const end = braces?.end ?? (last ? last.end + last.shift : 0);
  return {
    kind: 'mapping',
    start,
    end,
    outerStart: start,
    tag: undefined,
    anchor: undefined,
    flow: braces !== undefined,
    entries,
  };
}
