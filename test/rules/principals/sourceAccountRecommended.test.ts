import { test } from 'vitest';
import { sourceAccountRecommended } from '../../../server/src/rules/principals/sourceAccountRecommended.ts';
import { queuePolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('this account', () => {
  checkFix(
    sourceAccountRecommended,
    queuePolicy(`
    - Effect: Allow
      Principal: {Service: s3.amazonaws.com}
      Action: sqs:SendMessage
      Resource: !GetAtt Orders.Arn
      Condition:
        ArnLike: {aws:SourceArn: "arn:aws:s3:::orders"}
    `),
    queuePolicy(`
    - Effect: Allow
      Principal: {Service: s3.amazonaws.com}
      Action: sqs:SendMessage
      Resource: !GetAtt Orders.Arn
      Condition:
        ArnLike: {aws:SourceArn: "arn:aws:s3:::orders"}
        StringEquals:
          aws:SourceAccount: !Ref AWS::AccountId
    `),
  );
});

test('beside other tests', () => {
  checkFix(
    sourceAccountRecommended,
    queuePolicy(`
    - Effect: Allow
      Principal: {Service: s3.amazonaws.com}
      Action: sqs:SendMessage
      Resource: !GetAtt Orders.Arn
      Condition:
        ArnLike: {aws:SourceArn: "arn:aws:s3:::orders"}
        StringEquals: {aws:RequestedRegion: eu-west-1}
    `),
    queuePolicy(`
    - Effect: Allow
      Principal: {Service: s3.amazonaws.com}
      Action: sqs:SendMessage
      Resource: !GetAtt Orders.Arn
      Condition:
        ArnLike: {aws:SourceArn: "arn:aws:s3:::orders"}
        StringEquals: {aws:RequestedRegion: eu-west-1, aws:SourceAccount: !Ref AWS::AccountId}
    `),
  );
});

test('a topic’s ARN has its account', () => {
  checkRule(
    sourceAccountRecommended,
    queuePolicy(`
    - Effect: Allow
      Principal: {Service: sns.amazonaws.com}
      Action: sqs:SendMessage
      Resource: !GetAtt Orders.Arn
      Condition:
        ArnLike: {aws:SourceArn: "arn:aws:sns:eu-west-1:123456789012:orders"}
    `),
  );
});
