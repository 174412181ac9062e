import type { SyntaxProblem } from '../../text/sourceText.ts';
import type { Offset, Span } from '../../text/span.ts';
import { duplicateKeys } from '../tree/duplicateKeys.ts';
import type { GreenEntry, GreenMapping, GreenRead } from '../tree/green.ts';
import type { Slice } from './slice.ts';
import type { InnerSplit, SectionSplit, Split } from './split.ts';

/** A top-level entry put together from its slices; its offsets count from its own start. */
export interface Section extends GreenRead {
  readonly root: GreenMapping;
  readonly slices: readonly Slice[];
  /** Where the inner slices and the braces around them stand. */
  readonly layout: readonly Offset[];
}

/**
 * Puts a section together, or takes the previous one where nothing in it has changed. Nothing if the slices do not fit.
 * @param slices the section's own slice and the inner ones
 */
export function sectionOf(
  { own, inner }: SectionSplit,
  slices: readonly Slice[],
  previous: Section | undefined,
): Section | undefined {
  const layout = inner ? layoutOf(inner, own.start) : [];
  if (previous && areSame(previous.slices, slices) && areSame(previous.layout, layout)) return previous;
  const [head, ...rest] = slices;
  if (!head) return undefined;
  if (!inner) return { ...head, slices, layout };
  const [key, another] = head.root.entries;
  if (!key || key.value || another) return undefined;
  const joined = join(rest, inner.pieces, own.start, inner.braces);
  const entries = [{ ...key, value: joined.root, end: joined.root.end }];
  return { ...joined, root: { ...head.root, entries }, problems: [...head.problems, ...joined.problems], slices, layout };
}

/** Puts the root together from all sections. */
export function rootOf({ braces, sections }: Split, parts: readonly Section[]): GreenRead {
  return join(
    parts,
    sections.map(({ own }) => own),
    0,
    braces,
  );
}

/** One mapping with the entries of several parts; offsets count from `base`. */
function join(parts: readonly (Slice | Section)[], spans: readonly Span[], base: Offset, braces: Span | undefined) {
  const starts = spans.map(({ start }) => start - base);
  const entries = parts.flatMap(({ root }, i) =>
    root.entries.map((entry) => ({ ...entry, shift: entry.shift + (starts[i] ?? 0) })),
  );
  const problems = parts.flatMap((part, i) => part.problems.map((problem) => moved(problem, starts[i] ?? 0)));
  return {
    root: mappingOf(entries, braces && { start: braces.start - base, end: braces.end - base }),
    problems: [...problems, ...duplicateKeys(entries)],
    aliases: parts.some(({ aliases }) => aliases),
  };
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

function moved(problem: SyntaxProblem, by: Offset): SyntaxProblem {
  return { ...problem, span: { start: problem.span.start + by, end: problem.span.end + by } };
}

function layoutOf({ pieces, braces }: InnerSplit, base: Offset): readonly Offset[] {
  const spans = braces ? [...pieces, braces] : pieces;
  return spans.flatMap(({ start, end }) => [start - base, end - base]);
}

function areSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((element, i) => element === b[i]);
}
