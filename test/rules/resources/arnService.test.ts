import { test } from 'vitest';
import { arnService } from '../../../server/src/rules/resources/arnService.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('lower case', () => {
  checkFix(
    arnService,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: arn:aws:SQS:eu-west-1:123456789012:orders
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
});

test('the service of the action', () => {
  checkFix(
    arnService,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: dynamodb:GetItem
        Resource: arn:aws:dynamo:eu-west-1:123456789012:table/orders
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: dynamodb:GetItem
        Resource: arn:aws:dynamodb:eu-west-1:123456789012:table/orders
    `,
  );
});

test.each([
  ['s3:GetObject', 'arn:aws:*:::orders'],
  ['servicecatalog:DescribeProduct', 'arn:aws:catalog:eu-west-1:123456789012:product/a'],
])('nothing for %s on %s', (action, resource) => {
  checkRule(
    arnService,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ${action}
        Resource: ${resource}
    `,
  );
});
