import { test } from 'vitest';
import { unknownConditionKey } from '../../../server/src/rules/conditions/unknownConditionKey.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('a slip in a global key', () => {
  checkFix(
    unknownConditionKey,
    policyWith(`StringEquals: {aws:PrincipalAcount: "123456789012"}`),
    policyWith(`StringEquals: {aws:PrincipalAccount: "123456789012"}`),
  );
});

test('a slip before a tag', () => {
  checkFix(
    unknownConditionKey,
    policyWith(`StringEquals: {"aws:RequestTags/team": a}`, 'sqs:CreateQueue'),
    policyWith(`StringEquals: {"aws:RequestTag/team": a}`, 'sqs:CreateQueue'),
  );
});

test('a key that may be newer than the data is a warning', () => {
  checkRule(
    unknownConditionKey,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: "*"
        Condition:
          StringEquals:
            s3:PhaseOfTheMoon: full
            #^^^^^^^^^^^^^^^^ warning: s3:PhaseOfTheMoon is no condition key
    `,
  );
});

test.each([
  'StringEquals: {S3:PREFIX: a}',
  'StringEquals: {"secretsmanager:ResourceTag/App": a}',
  'StringEquals: {aws:PrincipalOrgMasterAccountId: "123456789012"}',
  'StringEquals: {"oidc.eks.eu-west-1.amazonaws.com/id/A1:sub": a}',
  'StringEquals: {aws:ResourceTag: a}',
  'ArnEquals: {aws:ARN: "arn:aws:iam::123456789012:role/a"}',
])('nothing for %s', (condition) => {
  checkRule(unknownConditionKey, policyWith(condition));
});
