import { test } from 'vitest';
import { retiredConditionKey } from '../../../server/src/rules/conditions/retiredConditionKey.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix } from '../../harness/index.ts';

test('the key that has taken its place', () => {
  checkFix(
    retiredConditionKey,
    policyWith(`ArnEquals: {aws:ARN: "arn:aws:iam::123456789012:role/a"}`),
    policyWith(`ArnEquals: {aws:PrincipalArn: "arn:aws:iam::123456789012:role/a"}`),
  );
});

test('a key with other values stays', () => {
  checkNoFix(retiredConditionKey, policyWith(`StringEquals: {AWS:SourceOwner: "123456789012"}`));
});
