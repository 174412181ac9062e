import { expect, test } from 'vitest';
import { CASES, type Case, ROLE } from './cases/index.ts';
import { FN, type Json } from './fixture.ts';
import { atAlias, definitionOf, loudnessOf, outcomeOf, replaced, templateFor, withMechanism } from './templates.ts';

/** Rows of services that call with a role of their own. */
const WITH_ROLE = withMechanism(CASES, 'caller-role');
/** Those for which the template tells which role that is. */
const KNOWN = WITH_ROLE.filter(({ role, roleOf }) => role !== undefined || roleOf !== undefined);

const ON_FUNCTION: Json = [{ 'Fn::GetAtt': ['Fn', 'Arn'] }];
const ON_ALIAS: Json = { 'Fn::Sub': '${Fn.Arn}:live' };
const ON_BOTH: Json = [{ 'Fn::GetAtt': ['Fn', 'Arn'] }, { 'Fn::Sub': '${Fn.Arn}:*' }];
const ON_ANOTHER: Json = { 'Fn::GetAtt': ['Other', 'Arn'] };

/** The role that trusts a service and may call a function. */
function role(
  service: string,
  resource: Json,
  action = 'lambda:InvokeFunction',
  more: Readonly<Record<string, Json>> = {},
): Readonly<Record<string, Json>> {
  const document = (statement: Json): Json => ({ Version: '2012-10-17', Statement: [statement] });
  const trust = document({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' });
  const grant = document({ Effect: 'Allow', Action: action, Resource: resource });
  return {
    CallerRole: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: trust, Policies: [{ PolicyName: 'call', PolicyDocument: grant }], ...more },
    },
  };
}

const serviceOf = (one: Case): string => definitionOf(one.id)?.callerPrincipal ?? '';
const refused = (one: Case): string => `missing, ${loudnessOf(one)} caller-role-cannot-invoke`;

test('services whose role the template does not tell', () => {
  const unknown = WITH_ROLE.filter((one) => !KNOWN.includes(one));
  expect(unknown.map(({ id }) => id)).toEqual(['appsync-conflict-handler', 'agentcore-evaluator']);
  for (const one of unknown) expect(outcomeOf(templateFor(one))).toBe('unknown');
});

test.each(KNOWN)('$id: a role that trusts the service and may call', (one) => {
  expect(outcomeOf(templateFor(one, role(serviceOf(one), ON_BOTH)))).toBe('granted');
});

test.each(KNOWN)('$id: a role that lacks the trust, the grant, or names another function', (one) => {
  expect(outcomeOf(templateFor(one, role('ec2.amazonaws.com', ON_BOTH)))).toBe(refused(one));
  expect(outcomeOf(templateFor(one, role(serviceOf(one), ON_BOTH, 'lambda:GetFunction')))).toBe(refused(one));
  expect(outcomeOf(templateFor(one, { ...role(serviceOf(one), ON_ANOTHER), Other: FN }))).toBe(refused(one));
});

test.each(KNOWN)('$id: a role of another place is not known', (one) => {
  const elsewhere = replaced(templateFor(one), ROLE, 'arn:aws:iam::123456789012:role/caller');
  expect(outcomeOf(elsewhere)).toBe('unknown');
  const parameter = { Parameters: { RoleArn: { Type: 'String' } } };
  expect(outcomeOf(replaced(templateFor(one, {}, parameter), ROLE, { Ref: 'RoleArn' }))).toBe('unknown');
  expect(outcomeOf(replaced(templateFor(one), ROLE, { 'Fn::ImportValue': 'caller-role' }))).toBe('unknown');
});

test.each(KNOWN)('$id: what calls an alias needs the grant on the alias', (one) => {
  const aliased = atAlias(one);
  expect(outcomeOf(templateFor(aliased, role(serviceOf(one), ON_ALIAS)))).toBe('granted');
  expect(outcomeOf(templateFor(aliased, role(serviceOf(one), ON_BOTH)))).toBe('granted');
  expect(outcomeOf(templateFor(aliased, role(serviceOf(one), ON_FUNCTION)))).toBe(refused(one));
});

/** A role that trusts the service and lets it call another function only. */
function elsewhere(one: Case, properties: Readonly<Record<string, Json>> = {}): Readonly<Record<string, Json>> {
  return { ...role(serviceOf(one), ON_ANOTHER, 'lambda:InvokeFunction', properties), Other: FN };
}

const INCLUDE: Json = { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://bucket/part.yaml' } } };

test.each(KNOWN)('$id: what only deployment tells may allow the call', (one) => {
  const outcome = (more: Readonly<Record<string, Json>>, head: Readonly<Record<string, Json>> = {}): string =>
    outcomeOf(templateFor(one, more, head));
  expect(outcome(elsewhere(one))).toBe(refused(one));
  expect(outcome(elsewhere(one), { Transform: ['OwnMacro'] })).toBe('unknown');
  const attached: Json = { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'CallerRole' }] } };
  const loop = { 'Fn::ForEach::Names': ['Name', ['A', 'B'], { 'Policy${Name}': attached }] };
  expect(outcome({ ...elsewhere(one), ...loop }, { Transform: 'AWS::LanguageExtensions' })).toBe('unknown');
  const nested: Json = {
    Type: 'AWS::CloudFormation::Stack',
    Properties: { TemplateURL: 'policies.yaml', Parameters: { Role: { Ref: 'CallerRole' } } },
  };
  expect(outcome({ ...elsewhere(one), Nested: nested })).toBe('unknown');
  expect(outcome(elsewhere(one, { Policies: INCLUDE }))).toBe('unknown');
  expect(outcome(elsewhere(one, { ManagedPolicyArns: [{ Ref: 'Given' }] }), GIVEN)).toBe('unknown');
  expect(outcome(role(serviceOf(one), { Ref: 'Given' }), GIVEN)).toBe('unknown');
  expect(outcome(role(serviceOf(one), { 'Fn::ImportValue': 'function' }))).toBe('unknown');
});

const GIVEN = { Parameters: { Given: { Type: 'String' } } };
