import { test } from 'vitest';
import { weakMfaTest } from '../../../server/src/rules/conditions/weakMfaTest.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('a Deny', () => {
  checkFix(
    weakMfaTest,
    policyWith(`Bool: {aws:MultiFactorAuthPresent: false}`, 's3:GetObject', 'Deny'),
    policyWith(`BoolIfExists: {aws:MultiFactorAuthPresent: false}`, 's3:GetObject', 'Deny'),
  );
});

test('an Allow', () => {
  checkFix(
    weakMfaTest,
    policyWith(`BoolIfExists: {aws:MultiFactorAuthPresent: true}`),
    policyWith(`Bool: {aws:MultiFactorAuthPresent: true}`),
  );
});

test('an Allow without', () => {
  checkNoFix(weakMfaTest, policyWith(`Bool: {aws:MultiFactorAuthPresent: false}`));
});

test.each(['Bool: {aws:MultiFactorAuthPresent: "true"}', 'NumericLessThan: {aws:MultiFactorAuthAge: "3600"}'])(
  'nothing for %s',
  (condition) => {
    checkRule(weakMfaTest, policyWith(condition));
  },
);
