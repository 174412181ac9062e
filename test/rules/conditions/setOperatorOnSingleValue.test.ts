import { test } from 'vitest';
import { setOperatorOnSingleValue } from '../../../server/src/rules/conditions/setOperatorOnSingleValue.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('without the set operator', () => {
  checkFix(
    setOperatorOnSingleValue,
    policyWith(`"ForAllValues:StringLike": {aws:PrincipalAccount: "1*"}`),
    policyWith(`"StringLike": {aws:PrincipalAccount: "1*"}`),
  );
});

test('another key needs it', () => {
  checkNoFix(setOperatorOnSingleValue, policyWith(`"ForAllValues:StringLike": {aws:PrincipalAccount: "1*", aws:TagKeys: a}`));
});

test.each([
  '"ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": authenticated}',
  '"ForAnyValue:StringLike": {aws:TagKeys: a}',
  '"ForAnyValue:StringEquals": {iam:AWSServiceName: ecs.amazonaws.com}',
])('nothing for %s', (condition) => {
  checkRule(setOperatorOnSingleValue, policyWith(condition));
});
