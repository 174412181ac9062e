import type { SyntaxProblem } from '../../text/sourceText.ts';
import type { Offset } from '../../text/span.ts';

/** A problem of JSON text in this project's words. */
export function jsonProblem(code: keyof typeof MESSAGES, start: Offset, end: Offset): SyntaxProblem {
  return { code, message: MESSAGES[code], span: { start, end } };
}

const MESSAGES = {
  'bad-escape': 'This escape does not exist in JSON. Double the backslash if a backslash is meant.',
  'bad-number': 'This is not a number in JSON. Put it in quotes if it is meant as text.',
  'control-character': 'A control character cannot stand in JSON text. Write it as an escape.',
  'json-comment': 'JSON has no comments, and AWS refuses them. Remove the comment.',
  'missing-colon': `This key has no colon. Write it as "key": value.`,
  'missing-comma': 'A comma is missing before this. Separate the members with commas.',
  'missing-value': 'This key has no value. Write one behind the colon.',
  'trailing-comma': 'A comma before a closing bracket is not JSON. Remove it.',
  'unclosed-bracket': 'This bracket is never closed. Add the closing one.',
  'unclosed-comment': 'This comment is never closed. Add */ or remove it.',
  'unclosed-quote': 'This text is opened with a quote and not closed on its line. Add the closing quote.',
  'unexpected-comma': 'Nothing stands before this comma. Remove it.',
  'unexpected-text': 'This cannot stand here in JSON. Check the commas, quotes and brackets around it.',
  'unquoted-key': 'A key must stand in double quotes in JSON.',
  'unquoted-text': 'This is neither a number nor true, false or null. Put it in double quotes.',
} as const;
