import { test } from 'vitest';
import { unknownPrincipalType } from '../../../server/src/rules/principals/unknownPrincipalType.ts';
import { FROM_TOPIC, sendPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('the type that was meant', () => {
  checkFix(
    unknownPrincipalType,
    sendPolicy('{services: sns.amazonaws.com}', FROM_TOPIC),
    sendPolicy('{Service: sns.amazonaws.com}', FROM_TOPIC),
  );
});

test('nothing near', () => {
  checkNoFix(unknownPrincipalType, sendPolicy('{Account: "123456789012"}'));
});

test('the right one stands beside it', () => {
  checkNoFix(unknownPrincipalType, sendPolicy('{Service: sns.amazonaws.com, Services: sqs.amazonaws.com}', FROM_TOPIC));
});

test.each([
  '"*"',
  '{AWS: "arn:aws:iam::123456789012:role/app"}',
  '{CanonicalUser: 79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be}',
])('nothing for %s', (principal) => {
  checkRule(unknownPrincipalType, sendPolicy(principal));
});
