import { test } from 'vitest';
import { irrelevantConditionKey } from '../../../server/src/rules/conditions/irrelevantConditionKey.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('where it belongs is for the author to say', () => {
  checkNoFix(irrelevantConditionKey, policyWith(`StringEquals: {aws:SourceAccount: "123456789012"}`));
});

test.each([
  'StringNotEquals: {aws:SourceAccount: "123456789012"}',
  '"Null": {aws:SourceArn: "true"}',
  'StringEquals: {aws:PrincipalAccount: "123456789012"}',
])('nothing for %s', (condition) => {
  checkRule(irrelevantConditionKey, policyWith(condition));
});

test.each(['ArnEquals: {aws:SourceArn: "arn:aws:s3:::a"}'])('nothing for a Deny with %s', (condition) => {
  checkRule(irrelevantConditionKey, policyWith(condition, 's3:GetObject', 'Deny'));
});

const queuePolicy = (condition: string, type = 'AWS::SQS::QueuePolicy'): string => `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Policy:
        Type: ${type}
        Properties:
          Queues: [!Ref Orders]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {AWS: "123456789012"}
                Action: sqs:SendMessage
                Resource: !GetAtt Orders.Arn
                Condition:
                  StringEquals:
                    ${condition}
    `;

test('whose a queue is, in its own policy', () => {
  checkRule(
    irrelevantConditionKey,
    queuePolicy(`aws:ResourceAccount: "123456789012"
                    #^^^^^^^^^^^^^^^^^^ hint: aws:ResourceAccount tells whose the resource is`),
  );
});

test('compared with who calls, or behind an endpoint, it says something', () => {
  checkRule(irrelevantConditionKey, queuePolicy('aws:ResourceAccount: "${aws:PrincipalAccount}"'));
  checkRule(irrelevantConditionKey, queuePolicy('aws:ResourceAccount: "123456789012"', 'AWS::EC2::VPCEndpoint'));
});
