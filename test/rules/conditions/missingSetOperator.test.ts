import { test } from 'vitest';
import { missingSetOperator } from '../../../server/src/rules/conditions/missingSetOperator.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('one value is enough', () => {
  checkFix(
    missingSetOperator,
    policyWith(`StringEquals: {aws:TagKeys: team}`, 'sqs:TagQueue'),
    policyWith(`ForAnyValue:StringEquals: {aws:TagKeys: team}`, 'sqs:TagQueue'),
    { title: 'Replace with ForAnyValue:StringEquals' },
  );
});

test('all values must match', () => {
  checkFix(
    missingSetOperator,
    policyWith(`StringEquals: {aws:TagKeys: team}`, 'sqs:TagQueue', 'Deny'),
    policyWith(`ForAllValues:StringEquals: {aws:TagKeys: team}`, 'sqs:TagQueue', 'Deny'),
    { title: 'Replace with ForAllValues:StringEquals' },
  );
});

test.each(['"Null": {aws:TagKeys: "true"}', 'StringEquals: {aws:PrincipalAccount: "123456789012"}'])(
  'nothing for %s',
  (condition) => {
    checkRule(missingSetOperator, policyWith(condition));
  },
);
