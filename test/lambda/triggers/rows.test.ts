import { expect, test } from 'vitest';
import { evaluate } from '../../../server/src/cloudformation/index.ts';
import { TRIGGER_TABLE } from '../../../server/src/lambda/triggers/index.ts';
import { ARN, CASES, type Case, ROLE, UNSEEN } from './cases/index.ts';
import { FN, inBoth, invocationIn, type Json, objectOf, shown } from './fixture.ts';

/** Rows that have tests of their own: their place is not one property that holds the function. */
const ELSEWHERE = [
  /^sam-event-/,
  /^sam-websocket-/,
  /^function-url/,
  'cloudfront-oac-function-url',
  'cloudwatch-custom-datasource',
  'codedeploy-hook',
  'connect-contact-flow',
  'opensearch-ingestion',
  'sagemaker-pipeline-lambda',
];

test('every row has a case, or a reason to have none', () => {
  const tested = new Set([...CASES.map(({ id }) => id), ...UNSEEN]);
  const untested = TRIGGER_TABLE.map(({ definition }) => definition.id).filter(
    (id) => !tested.has(id) && !ELSEWHERE.some((pattern) => (typeof pattern === 'string' ? pattern === id : pattern.test(id))),
  );
  expect(untested).toEqual([]);
});

test('ids are unique, documentation is at AWS, reasons are sentences', () => {
  const ids = TRIGGER_TABLE.map(({ definition }) => definition.id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const { definition } of TRIGGER_TABLE) {
    expect(definition.docsUrl).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
    expect(definition.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(definition.reason === undefined).toBe(definition.mechanism === 'resource-policy');
    if (definition.reason) expect(definition.reason).toMatch(/^[A-Z].*\.$/);
  }
});

function templateFor(one: Case, more: Record<string, Json> = {}): Json {
  const values: Record<string, Json> = { ...one.with };
  if (one.with === undefined || !Object.keys(one.with).some((path) => one.property.startsWith(`${path}.`)))
    values[one.property] = one.value ?? ARN;
  if (one.role !== undefined) values[one.role] = ROLE;
  const resource = { Type: one.type, Properties: objectOf(values) };
  return { AWSTemplateFormatVersion: '2010-09-09', Resources: { Fn: FN, ...one.resources, Caller: resource, ...more } };
}

function permission(properties: Record<string, Json>): Record<string, Json> {
  const shared = { FunctionName: { Ref: 'Fn' }, Action: 'lambda:InvokeFunction' };
  return { Permission: { Type: 'AWS::Lambda::Permission', Properties: { ...shared, ...properties } } };
}

const definitionOf = (id: string) => TRIGGER_TABLE.find(({ definition }) => definition.id === id)?.definition;

test.each(CASES)('$id: found at its property', (one) => {
  for (const [language, template] of inBoth(templateFor(one))) {
    const triggers = invocationIn(template).triggers.map((trigger) => ({
      id: trigger.definition.id,
      name: trigger.name,
      property: trigger.property,
      target: trigger.target.logicalId,
      role: trigger.role && shown(evaluate(trigger.role, { template })),
    }));
    const role = one.role === undefined ? undefined : '${CallerRole.Arn}';
    expect(triggers, language).toEqual([{ id: one.id, name: 'Caller', property: one.property, target: 'Fn', role }]);
  }
});

const PUSHED = CASES.filter(({ id }) => definitionOf(id)?.mechanism === 'resource-policy');

/** What every template of a case finds: the verdict, and the permissions that nearly fit. */
function outcomes(value: Json): readonly string[] {
  return inBoth(value).map(([, template]) =>
    invocationIn(template)
      .invokers.map(({ verdict, nearMisses }) => [verdict, ...nearMisses.map(({ differs }) => differs.join('+'))].join(' '))
      .join(),
  );
}

test.each(PUSHED)('$id: a permission lets it in, nothing else does', (one) => {
  const [[, template] = []] = inBoth(templateFor(one));
  const [trigger] = template ? invocationIn(template).triggers : [];
  const { principal } = definitionOf(one.id) ?? {};
  const Principal: Json = principal?.includes('${') ? { 'Fn::Sub': principal } : (principal ?? '');
  const source: Record<string, Json> = trigger?.source ? { SourceArn: { 'Fn::Sub': shown(trigger.source) ?? '' } } : {};
  const twice = (outcome: string): readonly string[] => [outcome, outcome];

  expect(outcomes(templateFor(one))).toEqual(twice('missing'));
  expect(outcomes(templateFor(one, permission({ Principal })))).toEqual(twice('granted'));
  expect(outcomes(templateFor(one, permission({ Principal, ...source })))).toEqual(twice('granted'));
  expect(outcomes(templateFor(one, permission({ Principal: 'ec2.amazonaws.com', ...source })))).toEqual(
    twice('missing principal'),
  );
  const elsewhere = 'arn:aws:dynamodb:eu-west-1:123456789012:table/other';
  if (trigger?.source && !shown(trigger.source)?.startsWith('${'))
    expect(outcomes(templateFor(one, permission({ Principal, SourceArn: elsewhere })))).toEqual(twice('missing source'));
});
