import { test } from 'vitest';
import { wildcardInPrincipal } from '../../../server/src/rules/principals/wildcardInPrincipal.ts';
import { sendPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('a role', () => {
  checkNoFix(wildcardInPrincipal, sendPolicy('{AWS: "arn:aws:iam::123456789012:role/app-?"}'));
});

test('a service', () => {
  checkNoFix(wildcardInPrincipal, sendPolicy('{Service: "*.amazonaws.com"}'));
});

test.each(['"*"', '{AWS: "*"}', '{AWS: "arn:aws:iam::123456789012:role/app"}', '{AWS: "${aws:PrincipalArn}"}'])(
  'nothing for %s',
  (principal) => {
    checkRule(wildcardInPrincipal, sendPolicy(principal));
  },
);
