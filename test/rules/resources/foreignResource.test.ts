import { test } from 'vitest';
import { foreignResource } from '../../../server/src/rules/resources/foreignResource.ts';
import { queuePolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('the queue itself', () => {
  checkFix(
    foreignResource,
    queuePolicy(
      `
      - Effect: Allow
        Principal: {AWS: "123456789012"}
        Action: sqs:SendMessage
        Resource: !GetAtt Returns.Arn
      `,
      `
      Returns:
        Type: AWS::SQS::Queue
      `,
    ),
    queuePolicy(
      `
      - Effect: Allow
        Principal: {AWS: "123456789012"}
        Action: sqs:SendMessage
        Resource: !GetAtt Orders.Arn
      `,
      `
      Returns:
        Type: AWS::SQS::Queue
      `,
    ),
  );
});

test('a bucket or its objects', () => {
  checkNoFix(
    foreignResource,
    `
    Resources:
      Policy:
        Type: AWS::S3::BucketPolicy
        Properties:
          Bucket: orders
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {AWS: "123456789012"}
                Action: s3:GetObject
                Resource: arn:aws:s3:::returns/*
    `,
  );
});

test.each(['"*"', '!GetAtt Orders.Arn', '!Sub "arn:aws:sqs:*:*:${Orders.QueueName}"', '!ImportValue queue'])(
  'nothing for %s',
  (resource) => {
    checkRule(
      foreignResource,
      queuePolicy(
        `
        - Effect: Allow
          Principal: {AWS: "123456789012"}
          Action: sqs:SendMessage
          Resource: ${resource}
        `,
        `
        Returns:
          Type: AWS::SQS::Queue
        `,
      ),
    );
  },
);

test('objects of the bucket', () => {
  checkRule(
    foreignResource,
    `
    Resources:
      Policy:
        Type: AWS::S3::BucketPolicy
        Properties:
          Bucket: orders
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {AWS: "123456789012"}
                Action: s3:GetObject
                Resource: arn:aws:s3:::orders/*
    `,
  );
  checkRule(
    foreignResource,
    `
    Resources:
      Policy:
        Type: AWS::S3::BucketPolicy
        Properties:
          Bucket: orders
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {AWS: "123456789012"}
                Action: s3:GetObject
                Resource: [arn:aws:s3:::orders, "arn:aws:s3:::orders/a/*"]
    `,
  );
});
