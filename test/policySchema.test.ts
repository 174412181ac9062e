import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STATEMENT_ELEMENTS } from '../server/src/iam/index.ts';
import { OPERATOR_NAMES } from '../server/src/rules/support/conditionTests.ts';

const text = readFileSync(join(import.meta.dirname, '..', 'schemas', 'policy.schema.json'), 'utf8');
const schema = JSON.parse(text);
const { statement, principals, conditions } = schema.definitions;

/** What a keyword's value is made of: schemas by name, schemas in a list, one schema, or nothing that is a schema. */
const KEYWORDS: Readonly<Record<string, 'named' | 'list' | 'one' | 'none'>> = {
  $schema: 'none',
  $comment: 'none',
  $ref: 'none',
  title: 'none',
  description: 'none',
  doNotSuggest: 'none',
  default: 'none',
  defaultSnippets: 'none',
  properties: 'named',
  patternProperties: 'named',
  definitions: 'named',
  allOf: 'list',
  items: 'one',
  else: 'one',
  // A condition that does not hold is no complaint.
  if: 'none',
};

/** The keywords of a schema, and of all schemas in it, that a document could fail. */
function demands(part: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(part).flatMap(([keyword, value]) => {
    switch (KEYWORDS[keyword]) {
      case 'named':
      case 'list':
        return Object.values(Object(value)).flatMap((below) => demands(Object(below)));
      case 'one':
        return demands(Object(value));
      case 'none':
        return [];
      default:
        return [keyword];
    }
  });
}

test('the schema of policy files demands nothing, so that it never complains where Lambda IAM does not', () => {
  expect(demands(schema)).toEqual([]);
  expect(demands({ properties: { Effect: { allOf: [{ items: { enum: ['Allow'] } }] } } })).toEqual(['enum']);
});

test('it refers to what it has', () => {
  const references = [...text.matchAll(/"\$ref": "#\/definitions\/(\w+)"/g)].map(([, name]) => name);
  expect(new Set(references)).toEqual(new Set(Object.keys(schema.definitions)));
});

test('it describes the elements of policies and statements, and the types of principals', () => {
  expect(Object.keys(schema.properties)).toEqual(['Version', 'Id', 'Statement']);
  expect(Object.keys(statement.properties)).toEqual(STATEMENT_ELEMENTS);
  expect(Object.keys(principals.properties)).toEqual(['AWS', 'Service', 'Federated', 'CanonicalUser']);
  const all = [schema, statement, principals].flatMap(({ properties }) => Object.values(properties));
  expect(all.filter((part) => typeof Object(part).description !== 'string')).toEqual([]);
});

test('what the server completes in a policy is suggested by it alone', () => {
  const all = [schema, statement, principals].flatMap(({ properties }) => Object.values(properties));
  expect(all.filter((part) => Object(part).doNotSuggest !== true)).toEqual([]);
  expect(Object.keys(schema.else.properties)).toEqual(['Version', 'Statement']);
});

test('each condition operator is described once, in all its forms', () => {
  const patterns = Object.keys(conditions.patternProperties).map((pattern) => new RegExp(pattern));
  const described = (name: string): number => patterns.filter((pattern) => pattern.test(name)).length;
  const forms = OPERATOR_NAMES.flatMap((name) =>
    name === 'Null' ? [name] : [name, `${name}IfExists`, `ForAllValues:${name}`, `ForAnyValue:${name}IfExists`],
  );
  expect(forms.filter((form) => described(form) !== 1)).toEqual([]);
  expect(['StringsEquals', 'NullIfExists', 'Equals', 'ForSomeValues:StringLike'].filter(described)).toEqual([]);
});
