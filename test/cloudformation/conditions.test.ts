import { expect, test } from 'vitest';
import { consequencesOf } from '../../server/src/cloudformation/index.ts';
import type { Guard } from '../../server/src/symbolic/index.ts';
import { analysed, dedent, jsonTwin } from '../harness/index.ts';

const TEMPLATE = `
  Parameters:
    Stage: { Type: String }
  Conditions:
    IsLive: !Equals [!Ref Stage, live]
    IsBig: !Equals [!Ref Stage, big]
    IsTest: !Not [!Condition IsLive]
    IsEither: !Or [!Condition IsLive, !Condition IsBig]
    IsBoth: !And [!Condition IsLive, !Condition IsBig]
    Same: { Condition: IsBoth }
    Round: !Not [!Condition Trip]
    Trip: !Not [!Condition Round]
    Broken: !And
  Resources:
    Topic: { Type: AWS::SNS::Topic }
`;

const holds = (...conditions: readonly string[]): Guard => conditions.map((condition) => ({ condition, holds: true }));
const fails = (...conditions: readonly string[]): Guard => conditions.map((condition) => ({ condition, holds: false }));

/** The same answer for YAML and JSON, sorted by name. */
function consequences(guard: Guard): readonly string[] {
  const yaml = dedent(TEMPLATE);
  const answers = [analysed(yaml), analysed(jsonTwin(yaml), 'json')].map(({ template }) =>
    (template ? consequencesOf(guard, template) : []).map((term) => `${term.holds ? '' : '!'}${term.condition}`).sort(),
  );
  expect(answers[1]).toEqual(answers[0]);
  return answers[0] ?? [];
}

test('nothing follows from nothing', () => {
  expect(consequences([])).toEqual([]);
});

test('what holds makes an alternative hold and its opposite fail', () => {
  expect(consequences(holds('IsLive'))).toEqual(['!IsTest', 'IsEither', 'IsLive']);
});

test('all parts of a conjunction hold', () => {
  expect(consequences(holds('Same'))).toEqual(['!IsTest', 'IsBig', 'IsBoth', 'IsEither', 'IsLive', 'Same']);
});

test('all parts together make the conjunction hold', () => {
  expect(consequences(holds('IsLive', 'IsBig'))).toEqual(['!IsTest', 'IsBig', 'IsBoth', 'IsEither', 'IsLive', 'Same']);
});

test('no part of a failed alternative holds', () => {
  expect(consequences(fails('IsEither'))).toEqual(['!IsBig', '!IsBoth', '!IsEither', '!IsLive', '!Same', 'IsTest']);
});

test('an alternative says nothing of its parts, nor does a name that is not there', () => {
  expect(consequences(holds('IsEither'))).toEqual(['IsEither']);
  expect(consequences(holds('Nowhere'))).toEqual(['Nowhere']);
});

test('conditions that go round in a circle come to an end', () => {
  expect(consequences(holds('Round'))).toEqual(['!Trip', 'Round']);
});
