/** Writes the schema of `.lambda-iam.json` from the tables of rules and profiles. `npm run docs` does it along with the pages. */
import { DEFAULT_PROFILE, LEVELS, PROFILES, RULES } from '../src/rules/index.ts';

const FILES = 'patterns as in a .gitignore, relative to the folder of this file';

/** @returns {string} the text of `schemas/lambda-iam.schema.json` */
export function generateSchema() {
  const rules = { $ref: '#/definitions/rules' };
  const profile = { $ref: '#/definitions/profile' };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Lambda IAM',
    description:
      'What a project wants checked, for the editor and the command line. Of several such files the nearest above a document counts.',
    type: 'object',
    additionalProperties: false,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string', description: 'Where this schema is.' },
      profile,
      rules,
      ignore: patterns(`Files that are left out: ${FILES}.`),
      overrides: {
        type: 'array',
        description: 'What holds for some files only. The later one wins.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: { files: patterns(`The files that it holds for: ${FILES}.`), profile, rules },
        },
      },
    },
    definitions: {
      profile: {
        description: 'A choice of severities for all rules; "rules" comes before it.',
        default: DEFAULT_PROFILE,
        oneOf: PROFILES.map(({ name, summary }) => ({ const: name, description: summary })),
      },
      rules: {
        type: 'object',
        description: 'How severe the findings of a rule are; "off" silences the rule.',
        additionalProperties: false,
        properties: Object.fromEntries(RULES.map((rule) => [rule.id, levelOf(rule)])),
      },
    },
  };
  // Lists of words stay on one line, as the formatter has it.
  return `${JSON.stringify(schema, undefined, 2).replace(/\[\n\s+([^\]{]+?)\n\s+\]/g, (_, words) => `[${words.replace(/\n\s+/g, ' ')}]`)}\n`;
}

function levelOf({ severity, docs }) {
  return { enum: LEVELS, default: severity, description: `${docs.summary} Recommended: ${severity}.` };
}

function patterns(description) {
  return { type: 'array', description, items: { type: 'string', minLength: 1 } };
}
