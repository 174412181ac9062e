import { test } from 'vitest';
import { vpcIdFormat } from '../../../server/src/rules/conditions/vpcIdFormat.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('which one is for the author to say', () => {
  checkNoFix(vpcIdFormat, policyWith(`StringNotEquals: {aws:SourceVpce: vpc-0123456789abcdef0}`));
});

test.each([
  'StringEquals: {aws:SourceVpc: [vpc-01234567, vpc-0123456789abcdef0]}',
  'StringLike: {aws:SourceVpc: vpc-*}',
  'StringEquals: {aws:SourceVpce: "${aws:PrincipalTag/endpoint}"}',
])('nothing for %s', (condition) => {
  checkRule(vpcIdFormat, policyWith(condition));
});
