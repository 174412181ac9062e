import { test } from 'vitest';
import { duplicateConditionKey } from '../../../server/src/rules/conditions/duplicateConditionKey.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('whose value counts is for the author to say', () => {
  checkNoFix(
    duplicateConditionKey,
    policyWith(`StringEquals: {aws:SourceAccount: "123456789012", aws:sourceAccount: "210987654321"}`),
  );
});

test.each(['{StringEquals: {aws:SourceAccount: "1"}, StringLike: {aws:sourceaccount: "1*"}}'])('nothing for %s', (condition) => {
  checkRule(duplicateConditionKey, policyWith(condition));
});
