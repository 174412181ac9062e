import { expect, test } from 'vitest';
import { TRIGGER_TABLE } from '../../../server/src/lambda/triggers/index.ts';
import { CASES } from './cases/index.ts';
import { NO_SERVICE, NOTHING, PUSHED, SAM_EVENTS, WITH_ROLE } from './facts.ts';
import { shown } from './fixture.ts';
import { analysesOf, callerIn, definitionOf, templateFor } from './templates.ts';

const LISTED = [...Object.keys(PUSHED), ...Object.keys(WITH_ROLE), ...Object.keys(NOTHING), ...NO_SERVICE];

/** What the table knows beyond: integrations that are given a role instead, and what SAM makes. */
const BEYOND: readonly string[] = [
  ...['apigw-openapi-authorizer', 'apigw-rest-authorizer', 'apigw-rest-openapi', 'apigw-sam-definitionbody'],
  ...['apigwv2-authorizer', 'apigwv2-integration', 'apigwv2-quick-create'],
].map((id) => `${id}-credentials`);
const OF_SAM: readonly string[] = [
  ...['sam-api-authorizer', 'sam-api-authorizer-role', 'sam-websocket-authorizer', 'sam-websocket-route'],
  ...['sam-graphqlapi-authorizer', 'sam-graphqlapi-datasource', 'sam-graphqlapi-datasource-role'],
];

const idsOf = (isWanted: (id: string) => boolean): readonly string[] =>
  TRIGGER_TABLE.map(({ definition }) => definition.id)
    .filter(isWanted)
    .sort();

test('the table has every integration, and none that is not listed', () => {
  expect(LISTED).toHaveLength(111);
  const beyond = [...BEYOND, ...OF_SAM, 'function-url-iam'];
  expect(idsOf((id) => !id.startsWith('sam-event-'))).toEqual([...LISTED, ...beyond].sort());
});

test.each(Object.entries(PUSHED))('%s: principal, confidence, source', (id, { principal, confidence, source }) => {
  expect(definitionOf(id)).toMatchObject({ mechanism: 'resource-policy', principal, confidence });
  const one = CASES.find((other) => other.id === id);
  if (!one) return;
  const presented = shown(callerIn(analysesOf(templateFor(one))[0])?.trigger.source)
    ?.replace('${AWS::Partition}', 'P')
    .replace('${AWS::Region}', 'R')
    .replace('${AWS::AccountId}', 'A');
  expect(presented).toBe(source);
});

test.each(Object.entries(WITH_ROLE))('%s: whom the role trusts, confidence', (id, { trusts, confidence }) => {
  expect(definitionOf(id)).toMatchObject({ mechanism: 'caller-role', callerPrincipal: trusts, principal: undefined, confidence });
});

test.each(Object.entries(NOTHING))('%s: nothing to allow', (id, confidence) => {
  // Polling is a mechanism of its own here: no caller needs anything, but the execution role does.
  const mechanism = id === 'lambda-esm' ? 'poll' : 'none';
  expect(definitionOf(id)).toMatchObject({ mechanism, principal: undefined, confidence });
});

test('the table has every SAM event type, each with its mechanism', () => {
  const found = (mechanism: string): readonly string[] =>
    idsOf((id) => id.startsWith('sam-event-') && definitionOf(id)?.mechanism === mechanism);
  const listed = (types: readonly string[], ...variants: readonly string[]): readonly string[] =>
    [...types.map((type) => `sam-event-${type.toLowerCase()}`), ...variants].sort();
  expect(Object.values(SAM_EVENTS).flat()).toHaveLength(19);
  expect(found('resource-policy')).toEqual(listed(SAM_EVENTS.pushed));
  expect(found('poll')).toEqual(listed(SAM_EVENTS.polled, 'sam-event-sns-queue'));
  expect(found('none')).toEqual(listed(SAM_EVENTS['with its own role']));
  expect(found('caller-role')).toEqual(['sam-event-schedulev2-role']);
});
