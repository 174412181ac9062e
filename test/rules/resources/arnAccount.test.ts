import { test } from 'vitest';
import { arnAccount } from '../../../server/src/rules/resources/arnAccount.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('a bucket has none', () => {
  checkFix(
    arnAccount,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3::123456789012:orders/*
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
    `,
  );
});

test('which account is for the author to say', () => {
  checkNoFix(
    arnAccount,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:1234:orders
    `,
  );
});

test('what an example leaves open is a warning', () => {
  checkRule(
    arnAccount,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:account-id:orders
        #                               ^^^^^^^^^^ warning: account-id is no account id
    `,
  );
});

test.each([
  ['sqs:SendMessage', 'arn:aws:sqs:*:*:orders'],
  ['iam:GetPolicy', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
  ['s3:GetObject', 'arn:aws:s3:::orders/*'],
])('nothing for %s on %s', (action, resource) => {
  checkRule(
    arnAccount,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ${action}
        Resource: ${resource}
    `,
  );
});
