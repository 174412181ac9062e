import { test } from 'vitest';
import { unknownPartition } from '../../../server/src/rules/resources/unknownPartition.ts';
import { QUEUE, rolePolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('aws', () => {
  checkFix(
    unknownPartition,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:amazon:s3:::orders/*
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

test('in Fn::Sub', () => {
  checkFix(
    unknownPartition,
    rolePolicy(
      QUEUE,
      `
      - Effect: Allow
        Action: s3:GetObject
        Resource: !Sub arn:amazon:s3:::\${AWS::StackName}/*
      `,
    ),
    rolePolicy(
      QUEUE,
      `
      - Effect: Allow
        Action: s3:GetObject
        Resource: !Sub arn:aws:s3:::\${AWS::StackName}/*
      `,
    ),
  );
});

test.each(['arn:aws-cn:s3:::orders/*', 'arn:*:s3:::orders/*', 'arn:aws-us-gov:s3:::orders/*'])('nothing for %s', (resource) => {
  checkRule(
    unknownPartition,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: ${resource}
    `,
  );
});
