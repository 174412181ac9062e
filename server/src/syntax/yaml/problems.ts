import type { YAMLError } from 'yaml';
import type { SyntaxProblem } from '../../text/sourceText.ts';
import type { Offset, Span } from '../../text/span.ts';

/** One of the library's errors in this project's words. */
export function yamlProblem(error: YAMLError, text: string): SyntaxProblem {
  const [start, end] = error.pos;
  const { code, message } = wording(error);
  return { code, message, span: clamped(start, end, text) };
}

/** A second document in the text: what CloudFormation and IAM read is a single one. */
export function severalDocuments(offset: Offset, text: string): SyntaxProblem {
  return {
    code: 'several-documents',
    message: 'A second YAML document starts here; only the first is read. Move it to a file of its own.',
    span: clamped(offset, offset + 3, text),
  };
}

/** Whether the library misses a closing quote. */
export function isUnclosedQuote({ code, message }: YAMLError): boolean {
  return code === 'MISSING_CHAR' && message.includes('closing');
}

/** A text in quotes without its closing quote. */
export function unclosedQuote(span: Span): SyntaxProblem {
  return { code: 'unclosed-quote', message: 'This text is opened with a quote and never closed. Add the closing quote.', span };
}

/** A key that is a list, a mapping or an alias. */
export function keyNotText(span: Span): SyntaxProblem {
  return {
    code: 'key-not-text',
    message: 'A key must be plain text. Put the key in quotes if its brackets are meant as text.',
    span,
  };
}

function clamped(start: Offset, end: Offset, text: string): Span {
  const from = Math.max(0, Math.min(start, text.length));
  return { start: from, end: Math.max(from, Math.min(end, text.length)) };
}

function wording({ code, message }: YAMLError): { readonly code: string; readonly message: string } {
  if (code !== 'MISSING_CHAR') return WORDINGS[code] ?? UNEXPECTED;
  return MISSING.find(({ sign }) => message.includes(sign)) ?? UNEXPECTED;
}

const UNEXPECTED = {
  code: 'unexpected-text',
  message: 'This cannot stand here in YAML. Check the indentation, quotes and brackets around it.',
};

/** The library has one code for everything that is missing; its message says what. */
const MISSING = [
  { sign: 'followed by map values', code: 'missing-colon', message: "This key has no colon. Write it as 'key: value'." },
  { sign: 'must end with', code: 'unclosed-bracket', message: 'This list or mapping is never closed. Add the closing bracket.' },
  { sign: 'Missing ,', code: 'missing-comma', message: 'A comma is missing before this. Separate the items with commas.' },
  { sign: 'after :', code: 'missing-space', message: "A space is missing after the colon. Write it as 'key: value'." },
  { sign: 'without -', code: 'missing-dash', message: "This list item has no dash. Write it as '- item'." },
];

const WORDINGS: Readonly<Record<string, { readonly code: string; readonly message: string }>> = {
  BAD_INDENT: {
    code: 'bad-indent',
    message: 'The indentation does not fit the lines above. Align this with its siblings, or close the bracket.',
  },
  TAB_AS_INDENT: { code: 'tab-indent', message: 'YAML does not allow tabs for indentation. Use spaces.' },
  BAD_DQ_ESCAPE: {
    code: 'bad-escape',
    message: 'This escape does not exist in double quotes. Double the backslash, or use single quotes.',
  },
  BAD_ALIAS: { code: 'bad-alias', message: "A star here starts an alias, and this is none. Put the text in quotes: '*'." },
  MULTILINE_IMPLICIT_KEY: {
    code: 'multiline-key',
    message: 'A key must stand on one line. Check for a missing colon on the line above.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    code: 'nested-on-one-line',
    message: 'A mapping cannot start behind another key on the same line. Start it on the next line, or put the text in quotes.',
  },
  BLOCK_IN_FLOW: {
    code: 'block-in-brackets',
    message: 'Inside brackets, lists and mappings need brackets of their own. Write [..] or {..} here.',
  },
  BAD_SCALAR_START: { code: 'bad-start', message: 'A text cannot start with this character. Put it in quotes.' },
  MULTIPLE_TAGS: {
    code: 'several-tags',
    message: 'A value can have one tag only. Write the inner one in its long form, as Fn::Sub.',
  },
  MULTIPLE_ANCHORS: { code: 'several-anchors', message: 'A value can have one anchor only. Remove one of them.' },
  RESOURCE_EXHAUSTION: {
    code: 'too-deep',
    message: 'This is nested too deeply and was not read. Close the brackets that were left open, or flatten it.',
  },
};
