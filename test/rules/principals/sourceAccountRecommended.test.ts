import { test } from 'vitest';
import { sourceAccountRecommended } from '../../../server/src/rules/principals/sourceAccountRecommended.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('this account', () => {
  checkFix(
    sourceAccountRecommended,
    `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Orders]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {Service: s3.amazonaws.com}
                Action: sqs:SendMessage
                Resource: !GetAtt Orders.Arn
                Condition:
                  ArnLike: {aws:SourceArn: "arn:aws:s3:::orders"}
    `,
    `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Orders]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {Service: s3.amazonaws.com}
                Action: sqs:SendMessage
                Resource: !GetAtt Orders.Arn
                Condition:
                  ArnLike: {aws:SourceArn: "arn:aws:s3:::orders"}
                  StringEquals:
                    aws:SourceAccount: !Ref AWS::AccountId
    `,
  );
});

test('beside other tests', () => {
  checkFix(
    sourceAccountRecommended,
    `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Orders]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {Service: s3.amazonaws.com}
                Action: sqs:SendMessage
                Resource: !GetAtt Orders.Arn
                Condition:
                  ArnLike: {aws:SourceArn: "arn:aws:s3:::orders"}
                  StringEquals: {aws:RequestedRegion: eu-west-1}
    `,
    `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Orders]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {Service: s3.amazonaws.com}
                Action: sqs:SendMessage
                Resource: !GetAtt Orders.Arn
                Condition:
                  ArnLike: {aws:SourceArn: "arn:aws:s3:::orders"}
                  StringEquals: {aws:RequestedRegion: eu-west-1, aws:SourceAccount: !Ref AWS::AccountId}
    `,
  );
});

test('a topic’s ARN has its account', () => {
  checkRule(
    sourceAccountRecommended,
    `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Orders]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {Service: sns.amazonaws.com}
                Action: sqs:SendMessage
                Resource: !GetAtt Orders.Arn
                Condition:
                  ArnLike: {aws:SourceArn: "arn:aws:sns:eu-west-1:123456789012:orders"}
    `,
  );
});
