import { test } from 'vitest';
import { cidrHostBits } from '../../../server/src/rules/conditions/cidrHostBits.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('the first address', () => {
  checkFix(
    cidrHostBits,
    policyWith(`IpAddress: {aws:SourceIp: 198.51.100.77/26}`),
    policyWith(`IpAddress: {aws:SourceIp: 198.51.100.64/26}`),
  );
});

test.each([
  'IpAddress: {aws:SourceIp: [198.51.100.64/26, 198.51.100.77, 0.0.0.0/0]}',
  'IpAddress: {aws:SourceIp: 198.51.100.77/99}',
])('nothing for %s', (condition) => {
  checkRule(cidrHostBits, policyWith(condition));
});
