import { test } from 'vitest';
import { arnComparedAsText } from '../../../server/src/rules/conditions/arnComparedAsText.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('ArnLike for a pattern', () => {
  checkFix(
    arnComparedAsText,
    policyWith(`StringLike: {aws:SourceArn: "arn:aws:s3:::a*"}`),
    policyWith(`ArnLike: {aws:SourceArn: "arn:aws:s3:::a*"}`),
  );
});

test('negated', () => {
  checkFix(
    arnComparedAsText,
    policyWith(`StringNotEquals: {aws:PrincipalArn: "arn:aws:iam::123456789012:role/a"}`),
    policyWith(`ArnNotEquals: {aws:PrincipalArn: "arn:aws:iam::123456789012:role/a"}`),
  );
});

test.each(['ArnEquals: {aws:SourceArn: "arn:aws:s3:::a"}', '"Null": {aws:SourceArn: "true"}'])('nothing for %s', (condition) => {
  checkRule(arnComparedAsText, policyWith(condition));
});
