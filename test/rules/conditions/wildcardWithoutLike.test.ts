import { test } from 'vitest';
import { wildcardWithoutLike } from '../../../server/src/rules/conditions/wildcardWithoutLike.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('a pattern', () => {
  checkFix(
    wildcardWithoutLike,
    policyWith(`StringEquals: {s3:prefix: home/*}`, 's3:ListBucket'),
    policyWith(`StringLike: {s3:prefix: home/*}`, 's3:ListBucket'),
  );
});

test('negated, with IfExists', () => {
  checkFix(
    wildcardWithoutLike,
    policyWith(`StringNotEqualsIfExists: {s3:prefix: home/*}`, 's3:ListBucket'),
    policyWith(`StringNotLikeIfExists: {s3:prefix: home/*}`, 's3:ListBucket'),
  );
});

test('ignoring case has no patterns', () => {
  checkNoFix(wildcardWithoutLike, policyWith(`StringEqualsIgnoreCase: {s3:prefix: home/*}`, 's3:ListBucket'));
});

test.each([
  'StringEquals: {s3:prefix: "home/${*}"}',
  'ArnEquals: {aws:SourceArn: "arn:aws:s3:::a*"}',
  'StringLike: {s3:prefix: home/*}',
])('nothing for %s', (condition) => {
  checkRule(wildcardWithoutLike, policyWith(condition, 's3:ListBucket'));
});
