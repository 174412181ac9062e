import { test } from 'vitest';
import { irrelevantConditionKey } from '../../../server/src/rules/conditions/irrelevantConditionKey.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('where it belongs is for the author to say', () => {
  checkNoFix(irrelevantConditionKey, policyWith(`StringEquals: {aws:SourceAccount: "123456789012"}`));
});

test.each([
  'StringNotEquals: {aws:SourceAccount: "123456789012"}',
  '"Null": {aws:SourceArn: "true"}',
  'StringEquals: {aws:PrincipalAccount: "123456789012"}',
])('nothing for %s', (condition) => {
  checkRule(irrelevantConditionKey, policyWith(condition));
});

test.each(['ArnEquals: {aws:SourceArn: "arn:aws:s3:::a"}'])('nothing for a Deny with %s', (condition) => {
  checkRule(irrelevantConditionKey, policyWith(condition, 's3:GetObject', 'Deny'));
});
