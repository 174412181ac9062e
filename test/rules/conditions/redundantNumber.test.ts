import { test } from 'vitest';
import { redundantNumber } from '../../../server/src/rules/conditions/redundantNumber.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('the limit that counts stays', () => {
  checkFix(
    redundantNumber,
    policyWith(`NumericGreaterThanEquals: {s3:max-keys: [5, 10]}`, 's3:ListBucket'),
    policyWith(`NumericGreaterThanEquals: {s3:max-keys: [5]}`, 's3:ListBucket'),
  );
});

test.each([
  'NumericEquals: {s3:max-keys: [5, 10]}',
  'NumericLessThan: {s3:max-keys: 5}',
  'NumericLessThan: {s3:max-keys: ["${aws:PrincipalTag/keys}", 10]}',
])('nothing for %s', (condition) => {
  checkRule(redundantNumber, policyWith(condition, 's3:ListBucket'));
});
