import { test } from 'vitest';
import { accountPrincipalFormat } from '../../../server/src/rules/principals/accountPrincipalFormat.ts';
import { FROM_TOPIC, sendPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('a group', () => {
  checkNoFix(accountPrincipalFormat, sendPolicy('{AWS: "arn:aws:iam::123456789012:group/staff"}'));
});

test('a service under AWS', () => {
  checkNoFix(accountPrincipalFormat, sendPolicy('{AWS: sns.amazonaws.com}', FROM_TOPIC));
});

test('a role by its name', () => {
  checkNoFix(accountPrincipalFormat, sendPolicy('{AWS: app}'));
});

test('what an example leaves open is a warning', () => {
  checkRule(
    accountPrincipalFormat,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {AWS: "arn:aws:iam::ACCOUNT-ID:root"}
                        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: arn:aws:iam::ACCOUNT-ID:root is neither
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
});

test.each([
  '{AWS: ["123456789012", "arn:aws:iam::123456789012:user/a/b", "arn:aws-cn:sts::123456789012:assumed-role/app/session"]}',
  '{AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1"}',
  '{AWS: "*"}',
  '{AWS: AROAABCDEFGHIJKLMNOPQ}',
])('nothing for %s', (principal) => {
  checkRule(accountPrincipalFormat, sendPolicy(principal));
});
