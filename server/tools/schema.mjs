/** Writes the schema of `.lambda-iam.json` from the table of rules. `npm run docs` does it along with the pages. */
import { RULES } from '../src/rules/index.ts';

const LEVELS = ['error', 'warning', 'information', 'hint', 'off'];

/** @returns {string} the text of `schemas/lambda-iam.schema.json` */
export function generateSchema() {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Lambda IAM',
    description: 'What a project wants checked, for the editor and the command line.',
    type: 'object',
    additionalProperties: false,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string', description: 'Where this schema is.' },
      rules: {
        type: 'object',
        description: 'How severe the findings of a rule are; "off" silences the rule.',
        additionalProperties: false,
        properties: Object.fromEntries(
          RULES.map(({ id, severity, docs }) => [
            id,
            { enum: LEVELS, default: severity, description: `${docs.summary} Without this line: ${severity}.` },
          ]),
        ),
      },
      ignore: {
        type: 'array',
        description: 'Files that are left out: patterns as in a .gitignore, relative to the folder of this file.',
        items: { type: 'string', minLength: 1 },
      },
    },
  };
  // Lists of words stay on one line, as the formatter has it.
  return `${JSON.stringify(schema, undefined, 2).replace(/\[\n\s+([^\]]+?)\n\s+\]/g, (_, words) => `[${words.replace(/\n\s+/g, ' ')}]`)}\n`;
}
