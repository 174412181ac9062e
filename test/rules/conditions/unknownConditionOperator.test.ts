import { test } from 'vitest';
import { unknownConditionOperator } from '../../../server/src/rules/conditions/unknownConditionOperator.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('the operator that was meant', () => {
  checkFix(
    unknownConditionOperator,
    policyWith(`StringEqual: {s3:prefix: a}`, 's3:ListBucket'),
    policyWith(`StringEquals: {s3:prefix: a}`, 's3:ListBucket'),
  );
});

test('with its set operator and IfExists', () => {
  checkFix(
    unknownConditionOperator,
    policyWith(`"ForAnyValues:StringLikIfExists": {aws:TagKeys: a}`),
    policyWith(`"ForAnyValue:StringLikeIfExists": {aws:TagKeys: a}`),
  );
});

test('nothing near', () => {
  checkNoFix(unknownConditionOperator, policyWith(`Matches: {s3:prefix: a}`));
});

test('the right one stands beside it', () => {
  checkNoFix(
    unknownConditionOperator,
    policyWith(`StringEqual: {s3:prefix: a}
StringEquals: {s3:delimiter: /}`),
  );
});

test.each([
  'stringequals: {s3:prefix: a}',
  'NotIpAddress: {aws:SourceIp: 203.0.113.0/24}',
  '"ForAllValues:ArnNotLikeIfExists": {aws:SourceArn: "arn:aws:s3:::a"}',
  'BinaryEquals: {s3:prefix: YQ==}',
  '"Null": {s3:prefix: "true"}',
])('nothing for %s', (condition) => {
  checkRule(unknownConditionOperator, policyWith(condition));
});
