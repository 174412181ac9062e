import type { LanguageId } from '../../text/sourceText.ts';
import { readJson, readJsonMember } from '../json/readJson.ts';
import { splitJson } from '../json/split.ts';
import type { GreenRead } from '../tree/green.ts';
import { readYaml } from '../yaml/readYaml.ts';
import { splitYaml } from '../yaml/split.ts';
import { rootOf, type Section, sectionOf } from './assemble.ts';
import { type PieceReader, type Slice, slicesOf } from './slice.ts';
import type { SectionSplit, Split } from './split.ts';

/** A text as it was read, and what can be used again for its next version. */
export interface Reading {
  readonly read: GreenRead;
  readonly sections: readonly Section[];
}

/** Reading a piece by itself costs a little more than reading it with others: not worth it for what is no template. */
const MAX_PIECES = 50_000;

interface Language {
  readonly whole: (text: string) => GreenRead;
  readonly split: (text: string) => Split | undefined;
  readonly piece: PieceReader;
}

const LANGUAGES: Readonly<Record<LanguageId, Language>> = {
  yaml: { whole: readYaml, split: splitYaml, piece: readYaml },
  json: { whole: readJson, split: splitJson, piece: readJsonMember },
};

/** Reads a text all at once. */
export function readWhole(languageId: LanguageId, text: string): GreenRead {
  return LANGUAGES[languageId].whole(text);
}

/**
 * Reads a text one resource at a time where it can be split, and takes what has not changed from the previous reading,
 * which must be one of the same language. The outcome is the same without it.
 */
export function readInSlices(languageId: LanguageId, text: string, previous: Reading | undefined): Reading {
  const language = LANGUAGES[languageId];
  const found = language.split(text);
  const split = found && found.sections.flatMap(spansOf).length <= MAX_PIECES ? found : undefined;
  const sections = split && sectionsOf(text, split, previous?.sections ?? [], language.piece);
  if (!split || !sections) return { read: language.whole(text), sections: [] };
  return { read: rootOf(split, sections), sections };
}

function sectionsOf(text: string, split: Split, previous: readonly Section[], read: PieceReader): readonly Section[] | undefined {
  const spans = split.sections.flatMap(spansOf);
  const slices = slicesOf(
    text,
    spans,
    previous.flatMap((section) => section.slices),
    read,
  );
  if (!slices) return undefined;
  const known = new Map<Slice | undefined, Section>(previous.map((section) => [section.slices[0], section]));
  const sections: Section[] = [];
  let taken = 0;
  for (const section of split.sections) {
    const count = spansOf(section).length;
    const own = slices.slice(taken, taken + count);
    const built = sectionOf(section, own, known.get(own[0]));
    if (!built) return undefined;
    sections.push(built);
    taken += count;
  }
  return sections;
}

function spansOf({ own, inner }: SectionSplit) {
  return inner ? [own, ...inner.pieces] : [own];
}
