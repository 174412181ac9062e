import { test } from 'vitest';
import { foreignResource } from '../../../server/src/rules/resources/foreignResource.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('the queue itself', () => {
  checkFix(
    foreignResource,
    `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Returns:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Orders]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {AWS: "123456789012"}
                Action: sqs:SendMessage
                Resource: !GetAtt Returns.Arn
    `,
    `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Returns:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Orders]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {AWS: "123456789012"}
                Action: sqs:SendMessage
                Resource: !GetAtt Orders.Arn
    `,
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
      `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Returns:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Orders]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {AWS: "123456789012"}
                Action: sqs:SendMessage
                Resource: ${resource}
    `,
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
