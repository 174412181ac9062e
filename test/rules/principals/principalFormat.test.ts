import { test } from 'vitest';
import { principalFormat } from '../../../server/src/rules/principals/principalFormat.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('a service', () => {
  checkFix(
    principalFormat,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: sns.amazonaws.com
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
        Condition: {ArnEquals: {aws:SourceArn: "arn:aws:sns:eu-west-1:123456789012:orders"}}
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal:
          Service: sns.amazonaws.com
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
        Condition: {ArnEquals: {aws:SourceArn: "arn:aws:sns:eu-west-1:123456789012:orders"}}
    `,
  );
});

test('an account', () => {
  checkFix(
    principalFormat,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: "123456789012"
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal:
          AWS: "123456789012"
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
});

test('one of a list', () => {
  checkNoFix(
    principalFormat,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: ["123456789012"]
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
});

test('who is meant is not to be seen', () => {
  checkNoFix(
    principalFormat,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: alice
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
});

test.each(['"*"', '{AWS: "arn:aws:iam::123456789012:role/app"}'])('nothing for %s', (principal) => {
  checkRule(
    principalFormat,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: ${principal}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
});
