import type { Change } from '../../text/change.ts';
import type { LanguageId, SyntaxProblem } from '../../text/sourceText.ts';
import type { Offset, Span } from '../../text/span.ts';
import { readJson, readJsonMember } from '../json/readJson.ts';
import { splitJson, staysWholeJson } from '../json/split.ts';
import type { GreenRead } from '../tree/green.ts';
import { readYaml } from '../yaml/readYaml.ts';
import { splitYaml, staysWholeYaml } from '../yaml/split.ts';
import { type Assembly, hasAliases, piecesOf, problemsOf, type Section } from './assemble.ts';
import { editedPiece, movedSections, type StaysWhole, stretched } from './edited.ts';
import { endOf, type Piece, type PlacedPiece, pieceOf } from './piece.ts';
import { newSlice, type PieceReader, type Slice, slicesOf } from './slice.ts';
import type { SectionSplit, Split } from './split.ts';

export { type Assembly, joinedOf, type Section } from './assemble.ts';
export { endOf, type Piece, type PlacedPiece } from './piece.ts';

/** A text as it was read in pieces, and what its next version can use again. */
export interface Reading extends Assembly {
  readonly languageId: LanguageId;
  /** All of them, in the order of the text. */
  readonly pieces: readonly PlacedPiece[];
  /** What is new in this version has its offset plus this as its address. */
  readonly base: Offset;
  /** Behind the last address of this version. */
  readonly top: Offset;
  /** What could not be read. The spans are addresses. */
  readonly problems: readonly SyntaxProblem[];
  /** A piece may mean something that stands in another one, so its nodes are not its own. */
  readonly hasAliases: boolean;
}

/** An earlier version, and what has changed in the text since. */
export interface Earlier {
  readonly reading: Reading;
  readonly text: string;
  readonly change: Change;
}

/** Reading a piece by itself costs a little more than reading it with others: not worth it for what is no template. */
const MAX_PIECES = 50_000;

/** Engines keep integers up to here in less room. Beyond it addresses start from 0 again, and no piece is kept. */
const MAX_ADDRESS = 2 ** 30;

interface Language {
  readonly whole: (text: string) => GreenRead;
  readonly split: (text: string) => Split | undefined;
  readonly piece: PieceReader;
  readonly staysWhole: StaysWhole;
}

const LANGUAGES: Readonly<Record<LanguageId, Language>> = {
  yaml: { whole: readYaml, split: splitYaml, piece: readYaml, staysWhole: staysWholeYaml },
  json: { whole: readJson, split: splitJson, piece: readJsonMember, staysWhole: staysWholeJson },
};

/** Reads a text all at once. */
export function readWhole(languageId: LanguageId, text: string): GreenRead {
  return LANGUAGES[languageId].whole(text);
}

/**
 * Reads a text one resource at a time, and takes what has not changed from the previous reading. What is read is the same without it.
 *
 * @returns nothing for a text that cannot be split: it is to be read whole
 */
export function readInSlices(languageId: LanguageId, text: string, previous: Earlier | undefined): Reading | undefined {
  const isUsable = previous?.reading.languageId === languageId && previous.reading.top + text.length < MAX_ADDRESS;
  const usable = isUsable ? previous : undefined;
  return (usable && readEdited(text, usable)) ?? readAll(languageId, text, usable?.reading);
}

/** Reads a text in which one piece was edited; nothing if the edit is of another kind. */
function readEdited(text: string, { reading: previous, text: before, change }: Earlier): Reading | undefined {
  const { languageId } = previous;
  const { piece: read, staysWhole } = LANGUAGES[languageId];
  const piece = previous.hasAliases ? undefined : editedPiece(previous, before, text, change, staysWhole);
  if (!piece) return undefined;
  const by = change.endAfter - change.endBefore;
  const { start } = piece;
  const slice = newSlice(text, { start, end: endOf(piece) + by }, read);
  if (!slice || slice.aliases) return undefined;
  const base = previous.top;
  const sections = movedSections(previous.sections, piece, { start, piece: pieceOf(slice, base + start, languageId) }, by);
  const assembly = { braces: stretched(previous.braces, start, by), sections };
  const isSound = previous.problems.length === 0 && slice.problems.length === 0 && haveSameKeys(piece.piece.slice, slice);
  const problems = isSound ? [] : problemsOf(assembly);
  return { ...assembly, languageId, pieces: piecesOf(assembly), problems, base, top: base + text.length + 1, hasAliases: false };
}

function haveSameKeys(before: Slice, after: Slice): boolean {
  const keys = after.root.entries;
  return before.root.entries.length === keys.length && before.root.entries.every(({ key }, i) => key.text === keys[i]?.key.text);
}

function readAll(languageId: LanguageId, text: string, usable: Reading | undefined): Reading | undefined {
  const { split, piece } = LANGUAGES[languageId];
  const found = split(text);
  const spans = found?.sections.flatMap(spansOf) ?? [];
  if (!found || spans.length > MAX_PIECES) return undefined;
  const known = usable?.pieces ?? [];
  const slices = slicesOf(
    text,
    spans,
    known.map((each) => each.piece.slice),
    piece,
  );
  if (!slices) return undefined;
  const base = usable?.top ?? 0;
  const pieces = placed(slices, spans, known, (slice, start) => pieceOf(slice, base + start, languageId));
  const sections = sectionsOf(found, pieces);
  if (!sections) return undefined;
  const assembly = { braces: found.braces, sections };
  const problems = problemsOf(assembly);
  return { ...assembly, languageId, pieces, problems, base, top: base + text.length + 1, hasAliases: hasAliases(assembly) };
}

/** The known pieces of the slices where they have one, new ones for others. */
function placed(
  slices: readonly Slice[],
  spans: readonly Span[],
  known: readonly PlacedPiece[],
  create: (slice: Slice, start: Offset) => Piece,
): readonly PlacedPiece[] {
  const bySlice = new Map(known.map(({ piece }) => [piece.slice, piece]));
  const found = slices.map((slice, i) => ({ slice, start: spans[i]?.start ?? 0, piece: bySlice.get(slice) }));
  const placeByAddress = new Map(found.flatMap(({ piece }, i) => (piece ? [[piece.address, i] as const] : [])));
  // Where one piece ends and the next one starts is one address: so it must be one place in the text, too.
  const isTorn = (piece: Piece, i: number): boolean => {
    const next = placeByAddress.get(piece.address + piece.slice.text.length);
    return next !== undefined && next !== i + 1;
  };
  return found.map(({ slice, start, piece }, i) => ({
    start,
    piece: piece && !isTorn(piece, i) ? piece : create(slice, start),
  }));
}

/** Nothing if the pieces do not fit together. */
function sectionsOf(split: Split, pieces: readonly PlacedPiece[]): readonly Section[] | undefined {
  const sections: Section[] = [];
  let taken = 0;
  for (const section of split.sections) {
    const count = spansOf(section).length;
    const [own, ...inner] = pieces.slice(taken, taken + count);
    const [key, another] = own?.piece.slice.root.entries ?? [];
    if (!own || (section.inner && (!key || key.value || another))) return undefined;
    sections.push({ own, inner: section.inner && { braces: section.inner.braces, pieces: inner } });
    taken += count;
  }
  return sections;
}

function spansOf({ own, inner }: SectionSplit): readonly Span[] {
  return inner ? [own, ...inner.pieces] : [own];
}
