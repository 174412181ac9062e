import { test } from 'vitest';
import { conditionKeyNotForAction } from '../../../server/src/rules/conditions/conditionKeyNotForAction.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('what to do is for the author to say', () => {
  checkNoFix(conditionKeyNotForAction, policyWith(`StringLike: {s3:prefix: a}`));
});

test.each([
  'StringEquals: {s3:ExistingObjectTag/team: a}',
  'StringLike: {aws:SourceVpc: "vpc-*"}',
  'StringLikeIfExists: {s3:prefix: a}',
  '"Null": {s3:prefix: "true"}',
])('nothing for %s', (condition) => {
  checkRule(conditionKeyNotForAction, policyWith(condition));
});

test.each(['[s3:GetObject, s3:ListBucket]', 's3:*', '"*"'])('nothing for %s', (condition) => {
  checkRule(conditionKeyNotForAction, policyWith('StringLike: {s3:prefix: a}', condition));
});
