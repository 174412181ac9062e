import { test } from 'vitest';
import { conditionKeyNotForService } from '../../../server/src/rules/conditions/conditionKeyNotForService.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

const policy = (principal: string, condition: string, effect = 'Allow'): string => `Version: "2012-10-17"
Statement:
  - Effect: ${effect}
    Principal: ${principal}
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    Condition: ${condition}
`;

const SERVICES = '{Service: [sns.amazonaws.com, events.amazonaws.com]}';

test('the organization that the service works for is meant', () => {
  checkFix(
    conditionKeyNotForService,
    policy(SERVICES, '{StringEquals: {aws:principalOrgId: o-a1b2c3d4e5}}'),
    policy(SERVICES, '{StringEquals: {aws:SourceOrgID: o-a1b2c3d4e5}}'),
  );
});

test.each([
  ['people', '{AWS: "*"}', '{StringEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}}'],
  [
    'people and services',
    '{AWS: "123456789012", Service: s3.amazonaws.com}',
    '{StringEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}}',
  ],
  ['a test that holds without the key', SERVICES, '{StringEqualsIfExists: {aws:PrincipalOrgID: o-a1b2c3d4e5}}'],
  ['a negated test', SERVICES, '{StringNotEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}}'],
  ['the right key', SERVICES, '{StringEquals: {aws:SourceOrgID: o-a1b2c3d4e5}}'],
])('nothing for %s', (_, principal, condition) => {
  checkRule(conditionKeyNotForService, policy(principal, condition));
});

test('nothing for a Deny', () => {
  checkRule(conditionKeyNotForService, policy(SERVICES, '{StringEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}}', 'Deny'));
});
