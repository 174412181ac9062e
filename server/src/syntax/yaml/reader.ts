import type { SyntaxProblem } from '../../text/sourceText.ts';
import type { Offset } from '../../text/span.ts';
import type { TokenSurvey } from './tokens.ts';

/** What reading one document hands around. */
export interface Reader {
  readonly text: string;
  /** `text`, or what the library was given in its place: as long, or longer. */
  readonly lexed: string;
  readonly survey: TokenSurvey;
  readonly problems: SyntaxProblem[];
  /** Where brackets and quotes open that are not closed, as far as the library sees. */
  readonly unclosed: Offset[];
}

/** The tag as it is written. Tags of YAML itself (`!!str`) are carried out in the value and not shown. */
export function tagBefore(reader: Reader, resolved: string | undefined, start: Offset) {
  const token = resolved ? lastBefore(reader.survey.tags, start) : undefined;
  if (!token) return { outerStart: start, tag: undefined };
  const isYamlsOwn = token.source === '!' || resolved?.startsWith('tag:yaml.org,2002:');
  return { outerStart: token.offset, tag: isYamlsOwn ? undefined : token.source };
}

/** As the library has it: start, end of the value, end of the node. */
export type Range = readonly [number, number, number] | null | undefined;

/** Where a node of the library starts and ends, as far as it is in the text. */
export function rangeOf({ text }: Reader, range: Range): readonly [Offset, Offset] {
  return range ? [Math.min(range[0], text.length), Math.min(range[1], text.length)] : [0, 0];
}

/** The last of the tags, which are in the order of the text, that stands before the offset. */
function lastBefore(tags: TokenSurvey['tags'], offset: Offset) {
  let low = 0;
  let high = tags.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tags[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return tags[low - 1];
}
