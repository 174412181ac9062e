import { test } from 'vitest';
import { sourceAccountRecommended } from '../../../server/src/rules/principals/sourceAccountRecommended.ts';
import { queuePolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

/** A queue's policy that lets a bucket in, with more tests beside that of its ARN. */
const fromBucket = (tests: string): string =>
  queuePolicy(`
    - Effect: Allow
      Principal: {Service: s3.amazonaws.com}
      Action: sqs:SendMessage
      Resource: !GetAtt Orders.Arn
      Condition:
        ArnLike: {aws:SourceArn: "arn:aws:s3:::orders"}${tests.trimEnd()}
    `);

test('this account', () => {
  checkFix(
    sourceAccountRecommended,
    fromBucket(''),
    fromBucket(`
        StringEquals:
          aws:SourceAccount: !Ref AWS::AccountId
`),
  );
});

test('beside other tests', () => {
  checkFix(
    sourceAccountRecommended,
    fromBucket(`
        StringEquals: {aws:RequestedRegion: eu-west-1}
`),
    fromBucket(`
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
