import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { bullets, paragraphs } from '../describe/markdown.ts';

/** `depends`: on what the file does not say. `partly`: a pattern of actions of which some are allowed and some are not. */
export type AnswerVerdict = 'yes' | 'no' | 'depends' | 'partly';

/** What is answered to a question, with what decides it. All texts are Markdown of one line each. */
export interface Answer {
  /** The question in one spelling: `Can Worker do dynamodb:Query on Orders?` */
  readonly title: string;
  readonly verdict: AnswerVerdict;
  /** The answer in a sentence or two. */
  readonly summary: string;
  readonly blocks: readonly Block[];
  /** What makes a `yes` of a `no`. */
  readonly fix: AnswerFix | undefined;
  /** What the answer leaves out. */
  readonly note: string;
}

/** A list with what it is a list of. */
export interface Block {
  readonly heading: string;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly text: string;
  /** Where it is written; absent for what SAM or AWS writes. */
  readonly place?: Place | undefined;
}

/** A place in the document, and what stands there. */
export interface Place {
  readonly label: string;
  readonly span: Span;
}

export interface AnswerFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What cannot be answered, and why: there is no such action, no such resource. */
export interface Misunderstanding {
  readonly problem: string;
}

/**
 * The answer as a page.
 *
 * @param lineOf the line of a place as people count, from 1
 */
export function answerPage({ title, verdict, summary, blocks, fix, note }: Answer, lineOf: (span: Span) => number): string {
  return paragraphs(
    `**${title}**`,
    `**${VERDICTS[verdict]}** ${summary}`,
    ...blocks.flatMap(({ heading, lines }) => [
      `**${heading}**`,
      bullets(lines.map(({ text, place }) => (place ? `${text} (line ${lineOf(place.span)})` : text))),
    ]),
    fix && `**What to do**: ${fix.title}.`,
    note,
  );
}

/** The verdict as the first words of the answer. */
const VERDICTS: Readonly<Record<AnswerVerdict, string>> = {
  yes: 'Yes.',
  no: 'No.',
  depends: 'It depends.',
  partly: 'Some of it.',
};

/** The places of an answer, each once, in the order in which they are told. */
export function placesOf({ blocks }: Answer): readonly Place[] {
  const places = blocks.flatMap(({ lines }) => lines.flatMap(({ place }) => place ?? []));
  return places.filter((place, i) => places.findIndex(({ span }) => span.start === place.span.start) === i);
}
