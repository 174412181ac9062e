import { test } from 'vitest';
import { emptyConditionValue } from '../../../server/src/rules/conditions/emptyConditionValue.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('which values is for the author to say', () => {
  checkNoFix(emptyConditionValue, policyWith(`StringNotEquals: {aws:PrincipalAccount: []}`));
});

test.each(['StringEquals: {aws:PrincipalAccount: "123456789012"}'])('nothing for %s', (condition) => {
  checkRule(emptyConditionValue, policyWith(condition));
});
