import { expect, test } from 'vitest';
import { ARN, CASES, type Case } from './cases/index.ts';
import { FN, type Json } from './fixture.ts';
import { loudnessOf, outcomeOf, permissionsFor, templateFor, withMechanism } from './templates.ts';

/** What decides at deployment, or stands in another file, is never called missing. */
const PUSHED = withMechanism(CASES, 'resource-policy').filter(({ viaUrl }) => viaUrl === undefined);
/** The property may be written in any way that gives a function's ARN. */
const BY_ARN = PUSHED.filter((one) => one.value === undefined);

const refused = (one: Case): string => `missing, ${loudnessOf(one)} missing-invoke-permission`;
const CONDITIONS: Json = {
  Live: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] },
  Offline: { 'Fn::Not': [{ Condition: 'Live' }] },
  Other: { 'Fn::Equals': [{ Ref: 'AWS::AccountId' }, '123456789012'] },
};
const under = (condition: string, resources: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries(resources).map(([id, resource]) => [
      id,
      { Condition: condition, ...(typeof resource === 'object' ? resource : {}) },
    ]),
  );

test.each(PUSHED)('$id: what adds resources unseen may let it in', (one) => {
  const macro = { Transform: ['AWS::LanguageExtensions', 'OwnMacro'] };
  expect(outcomeOf(templateFor(one, {}, macro))).toBe('unknown');
  const included: Json = { Name: 'AWS::Include', Parameters: { Location: 's3://bucket/permissions.yaml' } };
  expect(outcomeOf(templateFor(one, { 'Fn::Transform': included }))).toBe('unknown');
  const permission: Json = { Type: 'AWS::Lambda::Permission', Properties: { FunctionName: { Ref: 'Fn' } } };
  const loop: Json = ['Service', ['s3', 'sns'], { 'Permission${Service}': permission }];
  expect(outcomeOf(templateFor(one, { 'Fn::ForEach::Services': loop }, { Transform: 'AWS::LanguageExtensions' }))).toBe(
    'unknown',
  );
  const nested: Json = {
    Type: 'AWS::CloudFormation::Stack',
    Properties: { TemplateURL: 'other.yaml', Parameters: { Fn: { Ref: 'Fn' } } },
  };
  expect(outcomeOf(templateFor(one, { Nested: nested }))).toBe('unknown');
});

test.each(PUSHED)('$id: a permission whose parts only deployment tells may let it in', (one) => {
  const head = { Parameters: { Given: { Type: 'String' } } };
  const given: Json = { Ref: 'Given' };
  const mapped: Json = { 'Fn::FindInMap': ['Regions', { Ref: 'AWS::Region' }, 'Value'] };
  for (const value of [given, mapped, { 'Fn::ImportValue': 'exported' }]) {
    expect(outcomeOf(templateFor(one, permissionsFor(one, { FunctionName: value }), head))).toBe('unknown');
    expect(outcomeOf(templateFor(one, permissionsFor(one, { Principal: value }), head))).toBe('unknown');
  }
});

test.each(PUSHED)('$id: conditions of the trigger and of its permission', (one) => {
  const head = { Conditions: CONDITIONS };
  const live = (permissions: Readonly<Record<string, Json>>): Json =>
    JSON.parse(JSON.stringify(templateFor(one, permissions, head)).replace('"Caller":{', '"Caller":{"Condition":"Live",'));
  expect(outcomeOf(live({}))).toBe(refused(one));
  expect(outcomeOf(live(permissionsFor(one)))).toBe('granted');
  expect(outcomeOf(live(under('Live', permissionsFor(one))))).toBe('granted');
  expect(outcomeOf(live(under('Other', permissionsFor(one))))).toBe('unknown');
  // Where the one condition holds, the other never does: that permission and the trigger never meet.
  expect(outcomeOf(live(under('Offline', permissionsFor(one))))).toBe(refused(one));
  expect(outcomeOf(templateFor(one, under('Other', permissionsFor(one)), head))).toBe('unknown');
});

test.each(BY_ARN)('$id: the function under Fn::If, from a parameter, of another stack', (one) => {
  const head = { Conditions: CONDITIONS, Parameters: { Given: { Type: 'String' } } };
  const optional: Case = { ...one, value: { 'Fn::If': ['Live', ARN, { Ref: 'AWS::NoValue' }] } };
  expect(outcomeOf(templateFor(optional, {}, head))).toBe(refused(one));
  expect(outcomeOf(templateFor(optional, permissionsFor(one), head))).toBe('granted');
  expect(outcomeOf(templateFor(optional, under('Live', permissionsFor(one)), head))).toBe('granted');
  const elsewhere: readonly Json[] = [
    { Ref: 'Given' },
    { 'Fn::ImportValue': 'function' },
    { 'Fn::FindInMap': ['Functions', { Ref: 'AWS::Region' }, 'Arn'] },
    { 'Fn::GetAtt': ['Nested', 'Outputs.FunctionArn'] },
    'arn:aws:lambda:eu-west-1:123456789012:function:elsewhere',
  ];
  for (const value of elsewhere) expect(outcomeOf(templateFor({ ...one, value }, {}, head))).toBe('not found');
});

test.each(BY_ARN)('$id: one of two functions by condition, each with its permission', (one) => {
  const value: Json = { 'Fn::If': ['Live', ARN, { 'Fn::GetAtt': ['Second', 'Arn'] }] };
  const permissions = { ...permissionsFor(one), ...renamed(permissionsFor(one, { FunctionName: { Ref: 'Second' } })) };
  const template = templateFor({ ...one, value }, { Second: FN, ...permissions }, { Conditions: CONDITIONS });
  expect(outcomeOf(template)).toBe('granted');
});

function renamed(resources: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(resources).map(([id, resource]) => [`${id}Two`, resource]));
}
