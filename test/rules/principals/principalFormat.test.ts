import { test } from 'vitest';
import { principalFormat } from '../../../server/src/rules/principals/principalFormat.ts';
import { FROM_TOPIC, sendPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('a service', () => {
  checkFix(principalFormat, sendPolicy('sns.amazonaws.com', FROM_TOPIC), sendPolicy('\nService: sns.amazonaws.com', FROM_TOPIC));
});

test('an account', () => {
  checkFix(principalFormat, sendPolicy('"123456789012"'), sendPolicy('\nAWS: "123456789012"'));
});

test('one of a list', () => {
  checkNoFix(principalFormat, sendPolicy('["123456789012"]'));
});

test('who is meant is not to be seen', () => {
  checkNoFix(principalFormat, sendPolicy('alice'));
});

test.each(['"*"', '{AWS: "arn:aws:iam::123456789012:role/app"}'])('nothing for %s', (principal) => {
  checkRule(principalFormat, sendPolicy(principal));
});
