import { test } from 'vitest';
import { sensitiveAction } from '../../../server/src/rules/privilege/sensitiveAction.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('credentials', () => {
  checkNoFix(
    sensitiveAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: redshift:GetClusterCredentials
        Resource: "*"
    `,
  );
});

test('limited, or not to be limited', () => {
  checkRule(
    sensitiveAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: sqs:AddPermission
        Resource: arn:aws:sqs:*:123456789012:orders
    `,
  );
  checkRule(
    sensitiveAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: "*"
    `,
  );
  checkRule(
    sensitiveAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ecr:GetAuthorizationToken
        Resource: "*"
    `,
  );
});

const allowing = (action: string): string => `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ${action}
        Resource: "*"
    `;

test('secrets, and patterns that take in what is sensitive', () => {
  checkRule(
    sensitiveAction,
    allowing(`secretsmanager:GetSecretValue
                #^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secretsmanager:GetSecretValue reads what is kept secret`),
  );
  checkRule(
    sensitiveAction,
    allowing(`sqs:Add*
                #^^^^^^^ sqs:Add* stands for sqs:AddPermission as well, which changes who may use a resource`),
  );
});

test.each(['sqs:*', '"*"', 'sqs:Send*', 'ssm:DescribeParameters'])('nothing for %s', (action) => {
  checkRule(sensitiveAction, allowing(action));
});
