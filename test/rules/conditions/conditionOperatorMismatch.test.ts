import { test } from 'vitest';
import { conditionOperatorMismatch } from '../../../server/src/rules/conditions/conditionOperatorMismatch.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('a range of addresses', () => {
  checkFix(
    conditionOperatorMismatch,
    policyWith(`StringEquals: {aws:SourceIp: 203.0.113.0/24}`),
    policyWith(`IpAddress: {aws:SourceIp: 203.0.113.0/24}`),
  );
});

test('negated', () => {
  checkFix(
    conditionOperatorMismatch,
    policyWith(`StringNotLike: {aws:SourceIp: 203.0.113.0/24}`),
    policyWith(`NotIpAddress: {aws:SourceIp: 203.0.113.0/24}`),
  );
});

test('a boolean', () => {
  checkFix(
    conditionOperatorMismatch,
    policyWith(`StringEqualsIfExists: {aws:SecureTransport: "true"}`),
    policyWith(`BoolIfExists: {aws:SecureTransport: "true"}`),
  );
});

test('Bool has no negation', () => {
  checkNoFix(conditionOperatorMismatch, policyWith(`StringNotEquals: {aws:SecureTransport: "true"}`));
});

test.each([
  'StringNotEquals: {aws:Ec2InstanceSourcePrivateIPv4: "${aws:VpcSourceIp}"}',
  'NumericLessThan: {aws:EpochTime: "1700000000"}',
  'ArnLike: {"kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::a"}',
  'StringEquals: {aws:SourceArn: "arn:aws:s3:::a"}',
])('nothing for %s', (condition) => {
  checkRule(conditionOperatorMismatch, policyWith(condition));
});
