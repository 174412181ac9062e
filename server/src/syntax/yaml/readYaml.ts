import { Composer, Parser } from 'yaml';
import type { Offset } from '../../text/span.ts';
import type { GreenRead } from '../tree/green.ts';
import { greenNode } from './nodes.ts';
import { readOrdinaryYaml } from './ordinary/index.ts';
import { isUnclosedQuote, severalDocuments, yamlProblem } from './problems.ts';
import type { Reader } from './reader.ts';
import { onOneLine } from './recover.ts';
import { preambleEnd } from './split.ts';
import { tagDefinitions } from './tags.ts';
import { surveyTokens } from './tokens.ts';

/**
 * Repeated keys are left to `duplicateKeys.ts`: the library's own search takes quadratic time.
 */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  resolveKnownTags: false,
  strict: false,
  prettyErrors: false,
  logLevel: 'silent',
  uniqueKeys: false,
  keepSourceTokens: true,
} as const;

/** What a slice of YAML text says, and what of it could not be read. Offsets count from the slice's start. */
export function readYaml(text: string): GreenRead {
  if (preambleEnd(text) === text.length) return { root: undefined, problems: [], aliases: false };
  return readOrdinaryYaml(text) ?? readAnyYaml(text);
}

/** The same for every text that says anything, always with the library. */
export function readAnyYaml(text: string): GreenRead {
  const read = readDocument(text, text);
  if (read.unclosed.length === 0 || read.problems.some(({ code }) => code === 'too-deep')) return read;
  const better = readOnOneLine(text, read);
  if (better) return better;
  // A quote without a partner swallows all that follows. With a partner behind the end, in a comment, the library
  // itself sees that the lines below are not indented as a continuation, and ends the text on its line.
  const hasSwallowed = read.problems.some(
    ({ code, span }) => code === 'unclosed-quote' && text.slice(span.start, span.end).includes('\n'),
  );
  return hasSwallowed ? readDocument(text, `${text}\n#"'`) : read;
}

interface DocumentRead extends GreenRead {
  readonly unclosed: readonly Offset[];
}

/** How often a text is read again, each time with more brackets on one line. */
const MAX_ATTEMPTS = 8;

/** Reads brackets and quotes that end further left than the library allows; nothing unless that leaves fewer problems. */
function readOnOneLine(text: string, first: DocumentRead): DocumentRead | undefined {
  let best = first;
  let lexed = text;
  for (let attempt = 0; attempt < MAX_ATTEMPTS && best.unclosed.length > 0; attempt++) {
    const next = onOneLine(lexed, best.unclosed);
    if (next === lexed) break;
    lexed = next;
    const read = readDocument(text, lexed);
    if (read.problems.length >= best.problems.length) break;
    best = read;
  }
  return best === first ? undefined : best;
}

/** @param lexed what the library is given in place of `text`; what it finds behind the end of `text` is not seen */
function readDocument(text: string, lexed: string): DocumentRead {
  const tokens = [...new Parser().parse(lexed)];
  const survey = surveyTokens(tokens);
  const [document, next] = new Composer({ ...OPTIONS, customTags: tagDefinitions(survey.tags) }).compose(
    tokens,
    true,
    lexed.length,
  );
  const reader: Reader = { text, lexed, survey, problems: [...survey.problems], unclosed: [] };
  // Quotes that are not closed are found below, with their spans.
  const errors = document?.errors.filter((error) => !isUnclosedQuote(error)) ?? [];
  for (const error of errors.slice(0, MAX_PROBLEMS)) reader.problems.push(yamlProblem(error, text));
  if (next) reader.problems.push(severalDocuments(next.range[0], text));
  const root = greenNode(reader, document?.contents);
  return { root, problems: reader.problems, aliases: survey.aliases, unclosed: reader.unclosed };
}

/** Beyond this, more problems help nobody: the text is no YAML. */
const MAX_PROBLEMS = 1000;
