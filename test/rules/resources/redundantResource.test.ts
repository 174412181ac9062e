import { test } from 'vitest';
import { redundantResource } from '../../../server/src/rules/resources/redundantResource.ts';
import { rolePolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('the narrower one goes', () => {
  checkFix(
    redundantResource,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: [arn:aws:s3:::orders/*, arn:aws:s3:::orders/a/*]
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: [arn:aws:s3:::orders/*]
    `,
  );
});

test('one that stands twice', () => {
  checkFix(
    redundantResource,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource:
          - arn:aws:s3:::orders/*
          - arn:aws:s3:::orders/*
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource:
          - arn:aws:s3:::orders/*
    `,
  );
});

test.each(['[arn:aws:s3:::orders, arn:aws:s3:::orders/*]', 'arn:aws:s3:::orders/*'])('nothing for %s', (resource) => {
  checkRule(
    redundantResource,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: ${resource}
    `,
  );
});

test('two spellings of one resource', () => {
  checkRule(
    redundantResource,
    rolePolicy(
      `
      Orders:
        Type: AWS::SQS::Queue
        Properties: {QueueName: orders}
      `,
      `
      - Effect: Allow
        Action: sqs:SendMessage
        Resource:
          - !GetAtt Orders.Arn
          - !Sub arn:\${AWS::Partition}:sqs:\${AWS::Region}:\${AWS::AccountId}:orders
          # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: \${Orders.Arn} covers this
      `,
    ),
  );
});
