import { test } from 'vitest';
import { missingPairedKey } from '../../../server/src/rules/conditions/missingPairedKey.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('which network is for the author to say', () => {
  checkNoFix(missingPairedKey, policyWith(`IpAddress: {aws:VpcSourceIp: 10.0.0.0/8}`));
});

test.each([
  '{IpAddress: {aws:VpcSourceIp: 10.0.0.0/8}, StringEquals: {aws:SourceVpce: vpce-0123456789abcdef0}}',
  'NotIpAddress: {aws:VpcSourceIp: 10.0.0.0/8}',
])('nothing for %s', (condition) => {
  checkRule(missingPairedKey, policyWith(condition));
});
