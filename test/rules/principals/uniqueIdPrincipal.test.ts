import { test } from 'vitest';
import { uniqueIdPrincipal } from '../../../server/src/rules/principals/uniqueIdPrincipal.ts';
import { sendPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('a user', () => {
  checkNoFix(uniqueIdPrincipal, sendPolicy('{AWS: AIDAABCDEFGHIJKLMNOPQ}'));
});

test.each(['{AWS: "arn:aws:iam::123456789012:role/app"}', '{AWS: "123456789012"}'])('nothing for %s', (principal) => {
  checkRule(uniqueIdPrincipal, sendPolicy(principal));
});
