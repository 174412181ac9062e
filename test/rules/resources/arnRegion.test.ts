import { test } from 'vitest';
import { arnRegion } from '../../../server/src/rules/resources/arnRegion.ts';
import { QUEUE, rolePolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('the Region that was meant', () => {
  checkFix(
    arnRegion,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:us-est-1:123456789012:orders
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:us-east-1:123456789012:orders
    `,
  );
});

test('a global service has none', () => {
  checkFix(
    arnRegion,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: iam:GetRole
        Resource: arn:aws:iam:us-east-1:123456789012:role/app
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: iam:GetRole
        Resource: arn:aws:iam::123456789012:role/app
    `,
  );
});

test('which Region is for the author to say', () => {
  checkNoFix(
    arnRegion,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: lambda:InvokeFunction
        Resource: arn:aws:lambda::123456789012:function:worker
    `,
  );
});

test.each([
  ['sqs:SendMessage', 'arn:aws:sqs:*:123456789012:orders'],
  ['sqs:SendMessage', 'arn:aws:sqs:ap-southeast-9:123456789012:orders'],
  ['iam:GetRole', 'arn:aws:iam::123456789012:role/app'],
  ['s3:GetObject', 'arn:aws:s3:::orders/*'],
  ['s3:GetObject', 'arn:aws:s3:eu-west-1:123456789012:accesspoint/a/object/*'],
])('nothing for %s on %s', (action, resource) => {
  checkRule(
    arnRegion,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ${action}
        Resource: ${resource}
    `,
  );
});

test('of the deployment', () => {
  checkRule(
    arnRegion,
    rolePolicy(
      QUEUE,
      `
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: !Sub arn:aws:sqs:\${AWS::Region}:\${AWS::AccountId}:orders
      `,
    ),
  );
});
