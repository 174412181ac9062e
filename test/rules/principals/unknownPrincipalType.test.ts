import { test } from 'vitest';
import { unknownPrincipalType } from '../../../server/src/rules/principals/unknownPrincipalType.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('the type that was meant', () => {
  checkFix(
    unknownPrincipalType,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {services: sns.amazonaws.com}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
        Condition: {ArnEquals: {aws:SourceArn: "arn:aws:sns:eu-west-1:123456789012:orders"}}
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {Service: sns.amazonaws.com}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
        Condition: {ArnEquals: {aws:SourceArn: "arn:aws:sns:eu-west-1:123456789012:orders"}}
    `,
  );
});

test('nothing near', () => {
  checkNoFix(
    unknownPrincipalType,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {Account: "123456789012"}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
});

test('the right one stands beside it', () => {
  checkNoFix(
    unknownPrincipalType,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {Service: sns.amazonaws.com, Services: sqs.amazonaws.com}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
        Condition: {ArnEquals: {aws:SourceArn: "arn:aws:sns:eu-west-1:123456789012:orders"}}
    `,
  );
});

test.each([
  '"*"',
  '{AWS: "arn:aws:iam::123456789012:role/app"}',
  '{CanonicalUser: 79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be}',
])('nothing for %s', (principal) => {
  checkRule(
    unknownPrincipalType,
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
