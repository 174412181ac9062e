import { test } from 'vitest';
import { forAllValuesWithoutKey } from '../../../server/src/rules/conditions/forAllValuesWithoutKey.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('a test that the key is there', () => {
  checkFix(
    forAllValuesWithoutKey,
    policyWith(
      `ForAllValues:StringEquals:
  aws:TagKeys: [team]`,
      'sqs:TagQueue',
    ),
    policyWith(
      `ForAllValues:StringEquals:
  aws:TagKeys: [team]
"Null":
  aws:TagKeys: "false"`,
      'sqs:TagQueue',
    ),
  );
});

test.each(['"ForAllValues:StringEquals": {aws:TagKeys: a}'])('nothing for %s', (condition) => {
  checkRule(forAllValuesWithoutKey, policyWith(condition, 'sqs:TagQueue', 'Deny'));
});

test('a request with a tag has tag keys', () => {
  checkRule(
    forAllValuesWithoutKey,
    policyWith('"ForAllValues:StringEquals": {aws:TagKeys: team}\nStringEquals: {aws:RequestTag/team: orders}', 'sqs:TagQueue'),
  );
});
