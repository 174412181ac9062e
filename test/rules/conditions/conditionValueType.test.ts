import { test } from 'vitest';
import { conditionValueType } from '../../../server/src/rules/conditions/conditionValueType.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('a boolean', () => {
  checkFix(
    conditionValueType,
    policyWith(`Bool: {aws:SecureTransport: "yes"}`),
    policyWith(`Bool: {aws:SecureTransport: "true"}`),
  );
});

test('a date', () => {
  checkNoFix(conditionValueType, policyWith(`DateLessThan: {aws:CurrentTime: tomorrow}`));
});

test('an address', () => {
  checkNoFix(conditionValueType, policyWith(`IpAddress: {aws:SourceIp: 203.0.113.0/33}`));
});

test('a number', () => {
  checkNoFix(conditionValueType, policyWith(`NumericLessThan: {s3:max-keys: ten}`, 's3:ListBucket'));
});

test.each([
  'Bool: {aws:SecureTransport: true}',
  'DateLessThan: {aws:CurrentTime: 2027-01-01}',
  'DateLessThan: {aws:EpochTime: 1700000000}',
  'IpAddress: {aws:SourceIp: "2001:db8::/32"}',
  'ArnLike: {aws:SourceArn: "*"}',
  'StringEquals: {s3:prefix: yes}',
  'ArnEquals: {aws:SourceArn: "${aws:PrincipalArn}"}',
])('nothing for %s', (condition) => {
  checkRule(conditionValueType, policyWith(condition));
});
