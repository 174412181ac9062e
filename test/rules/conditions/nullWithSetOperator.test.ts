import { test } from 'vitest';
import { nullWithSetOperator } from '../../../server/src/rules/conditions/nullWithSetOperator.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('Null', () => {
  checkFix(
    nullWithSetOperator,
    policyWith(`"ForAllValues:Null": {aws:TagKeys: "true"}`),
    policyWith(`"Null": {aws:TagKeys: "true"}`),
  );
});

test.each(['"ForAllValues:NullIfExists": {aws:TagKeys: "true"}'])('nothing for %s', (condition) => {
  checkRule(nullWithSetOperator, policyWith(condition));
});
