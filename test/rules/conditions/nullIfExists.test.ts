import { test } from 'vitest';
import { nullIfExists } from '../../../server/src/rules/conditions/nullIfExists.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('Null', () => {
  checkFix(nullIfExists, policyWith(`NullIfExists: {s3:prefix: "true"}`), policyWith(`Null: {s3:prefix: "true"}`));
});

test.each(['BoolIfExists: {aws:SecureTransport: "true"}'])('nothing for %s', (condition) => {
  checkRule(nullIfExists, policyWith(condition));
});
