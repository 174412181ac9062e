import { test } from 'vitest';
import { missingExecutionPermission } from '../../../server/src/rules/execution/missingExecutionPermission.ts';
import { checkFix } from '../../harness/index.ts';

/** A SAM function that something polls or writes for, with these entries in its `Policies`. */
function worker(policies: string, more: string): string {
  return `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Jobs: { Type: AWS::SQS::Queue }
      Clicks: { Type: AWS::Kinesis::Stream }
      Orders:
        Type: AWS::DynamoDB::Table
        Properties:
          StreamSpecification: { StreamViewType: NEW_IMAGE }
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Handler: index.handler
          Runtime: nodejs22.x
          CodeUri: src
          Policies:
            ${policies}
      ${more}
    `;
}

function polling(source: string): string {
  return `Polling:
        Type: AWS::Lambda::EventSourceMapping
        Properties:
          FunctionName: !Ref Worker
          EventSourceArn: !GetAtt ${source}`;
}

const TEMPLATES = `- KMSDecryptPolicy:
                KeyId: abc`;

function checkGrant(before: string, added: string, more: string): void {
  checkFix(missingExecutionPermission, worker(before, more), worker(`${before}\n            ${added}`, more));
}

test('a queue is polled with SQSPollerPolicy where the file uses policy templates', () => {
  checkGrant(
    TEMPLATES,
    `- SQSPollerPolicy:
                QueueName: !GetAtt Jobs.QueueName`,
    polling('Jobs.Arn'),
  );
});

test('a table’s stream is read with DynamoDBStreamReadPolicy', () => {
  checkGrant(
    TEMPLATES,
    `- DynamoDBStreamReadPolicy:
                StreamName: '*'
                TableName: !Ref Orders`,
    polling('Orders.StreamArn'),
  );
});

test('without policy templates in the file, a statement', () => {
  checkGrant(
    `- Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Action: s3:ListAllMyBuckets
                  Resource: '*'`,
    `- Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Action:
                    - sqs:ReceiveMessage
                    - sqs:DeleteMessage
                    - sqs:GetQueueAttributes
                  Resource: !GetAtt Jobs.Arn`,
    polling('Jobs.Arn'),
  );
});
