import type { Analysis } from '../../../analysis/index.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Span } from '../../../text/span.ts';
import { bullets, paragraphs } from '../../describe/markdown.ts';

/** What is said of an error. All texts are Markdown. */
export interface ErrorAnswer {
  readonly title: string;
  readonly blocks: readonly ErrorBlock[];
  /** What to do. */
  readonly advice: readonly string[];
  /** Where the wording of the message is documented. */
  readonly source: string | undefined;
  /** What adds what is lacking, the likeliest first. */
  readonly fixes: readonly ErrorFix[];
}

/** A list with what it is a list of. */
export interface ErrorBlock {
  readonly heading: string;
  readonly lines: readonly ErrorLine[];
}

export interface ErrorLine {
  readonly text: string;
  readonly place?: ErrorPlace | undefined;
}

/** A place in one of the documents. */
export interface ErrorPlace {
  readonly analysis: Analysis;
  readonly span: Span;
}

/** A change of one of the documents. */
export interface ErrorFix {
  readonly title: string;
  readonly analysis: Analysis;
  readonly edits: readonly TextEdit[];
}

/**
 * The answer as a page.
 *
 * @param whereOf a place as people find it: `template.yaml, line 12`
 */
export function errorPage({ title, blocks, advice, source, fixes }: ErrorAnswer, whereOf: (place: ErrorPlace) => string): string {
  const lines = ({ text, place }: ErrorLine): string => (place ? `${text} (${whereOf(place)})` : text);
  return paragraphs(
    `**${title}**`,
    ...blocks
      .filter((block) => block.lines.length > 0)
      .flatMap((block) => [`**${block.heading}**`, bullets(block.lines.map(lines))]),
    '**What to do**',
    ...advice,
    bullets(fixes.map((fix) => `${fix.title} (${whereOf(placeOfFix(fix))})`)),
    source && `[Where this message is told of](${source})`,
  );
}

/** Where a change begins. */
function placeOfFix({ analysis, edits }: ErrorFix): ErrorPlace {
  const [first] = edits;
  return { analysis, span: first?.span ?? { start: 0, end: 0 } };
}

/** The first place that the answer tells. */
export function firstPlace({ blocks }: ErrorAnswer): ErrorPlace | undefined {
  return blocks.flatMap(({ lines }) => lines.flatMap(({ place }) => place ?? []))[0];
}
