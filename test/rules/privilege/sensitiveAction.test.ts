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
