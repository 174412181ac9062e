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

test('the key of a queue that SAM polls is used with KMSDecryptPolicy', () => {
  const more = `Key: { Type: AWS::KMS::Key }
      Locked: { Type: AWS::SQS::Queue, Properties: { KmsMasterKeyId: !Ref Key } }`;
  const polled = (policies: string): string =>
    worker(policies, more).replace(
      'CodeUri: src',
      'CodeUri: src\n          Events: { Work: { Type: SQS, Properties: { Queue: !GetAtt Locked.Arn } } }',
    );
  const policy = '- S3ReadPolicy: { BucketName: files }';
  checkFix(
    missingExecutionPermission,
    polled(policy),
    polled(`${policy}
            - KMSDecryptPolicy:
                KeyId: !Ref Key`),
  );
});

test('a password of Amazon MSK is read with AWSSecretsManagerGetSecretValuePolicy', () => {
  const polled = (policies: string): string =>
    worker(policies, 'Secret: { Type: AWS::SecretsManager::Secret }').replace(
      'CodeUri: src',
      `CodeUri: src
          Events:
            Work:
              Type: MSK
              Properties:
                Stream: arn:aws:kafka:eu-west-1:111122223333:cluster/orders/abc
                Topics: [orders]
                SourceAccessConfigurations: [{ Type: SASL_SCRAM_512_AUTH, URI: !Ref Secret }]`,
    );
  const policy = '- S3ReadPolicy: { BucketName: files }';
  checkFix(
    missingExecutionPermission,
    polled(policy),
    polled(`${policy}
            - AWSSecretsManagerGetSecretValuePolicy:
                SecretArn: !Ref Secret`),
  );
});

test('no policy template that grants more than is wanted', () => {
  const access = `Files: { Type: AWS::S3::Bucket }
      Polling:
        Type: AWS::Lambda::EventSourceMapping
        Properties:
          FunctionName: !Ref Worker
          EventSourceArn: arn:aws:kafka:eu-west-1:111122223333:cluster/orders/abc
          Topics: [orders]
          DestinationConfig: { OnFailure: { Destination: !GetAtt Files.Arn } }`;
  const policies = `- AWSLambdaMSKExecutionRole
            ${TEMPLATES}`;
  checkGrant(
    policies,
    `- Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Action: s3:PutObject
                  Resource: !Sub \${Files.Arn}/*
                - Effect: Allow
                  Action: s3:ListBucket
                  Resource: !GetAtt Files.Arn`,
    access,
  );
});
