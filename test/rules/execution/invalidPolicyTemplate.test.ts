import { test } from 'vitest';
import { invalidPolicyTemplate } from '../../../server/src/rules/execution/invalidPolicyTemplate.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

function worker(policies: string, more = ''): string {
  return `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Alarms:
        Type: AWS::SNS::Topic
      Table:
        Type: AWS::DynamoDB::Table
      Worker:
        Type: AWS::Serverless::Function
        Properties:${more}
          Policies:
            ${policies}
    `;
}

test('a name that SAM does not know', () => {
  checkRule(
    invalidPolicyTemplate,
    worker(`- SQSPollPolicy: { QueueName: !GetAtt Orders.QueueName }
    #         ^^^^^^^^^^^^^ error: SAM has no policy template SQSPollPolicy, so the deployment fails. Did you mean SQSPollerPolicy?`),
  );
});

test('the name that was meant', () => {
  checkFix(
    invalidPolicyTemplate,
    worker('- SQSPollPolicy: { QueueName: !GetAtt Orders.QueueName }'),
    worker('- SQSPollerPolicy: { QueueName: !GetAtt Orders.QueueName }'),
  );
});

test('a parameter that is not given, and one that does not exist', () => {
  checkRule(
    invalidPolicyTemplate,
    worker(`- DynamoDBReadPolicy: { Table: !Ref Table }
    #         ^^^^^^^^^^^^^^^^^^ error: DynamoDBReadPolicy is not given TableName, so the deployment fails.
    #                               ^^^^^ hint: DynamoDBReadPolicy has no parameter Table, so SAM ignores it. Did you mean TableName?
            - VPCAccessPolicy: { VpcId: vpc-1 }
    #                            ^^^^^ hint: VPCAccessPolicy has no parameter VpcId, so SAM ignores it. It has no parameters.`),
  );
});

test('no mapping behind the name', () => {
  checkRule(
    invalidPolicyTemplate,
    worker(`- VPCAccessPolicy:
    #         ^^^^^^^^^^^^^^^ error: VPCAccessPolicy needs an empty mapping behind it`),
  );
});

test('the mere name is that of no managed policy', () => {
  checkFix(invalidPolicyTemplate, worker('- VPCAccessPolicy'), worker('- VPCAccessPolicy: {}'));
  checkNoFix(invalidPolicyTemplate, worker('- SQSPollerPolicy'));
});

test('an ARN or a URL where a name is asked for', () => {
  checkFix(
    invalidPolicyTemplate,
    worker('- SQSSendMessagePolicy: { QueueName: !GetAtt Orders.Arn }'),
    worker('- SQSSendMessagePolicy: { QueueName: !GetAtt Orders.QueueName }'),
  );
  checkFix(
    invalidPolicyTemplate,
    worker('- SNSPublishMessagePolicy: { TopicName: !Ref Alarms }'),
    worker('- SNSPublishMessagePolicy: { TopicName: !GetAtt Alarms.TopicName }'),
  );
  checkFix(
    invalidPolicyTemplate,
    worker('- DynamoDBReadPolicy: { TableName: !GetAtt Table.Arn }'),
    worker('- DynamoDBReadPolicy: { TableName: !Ref Table }'),
  );
  checkRule(
    invalidPolicyTemplate,
    worker(`- SQSSendMessagePolicy: { QueueName: !Ref Orders }
    #                                            ^^^^^^^^^^^ error: QueueName of SQSSendMessagePolicy is given a URL.`),
  );
});

test('what is right, or cannot be told', () => {
  checkRule(
    invalidPolicyTemplate,
    worker(`- AWSLambdaBasicExecutionRole
            - DynamoDBReadPolicy: { TableName: !Ref Table }
            - SQSSendMessagePolicy: { QueueName: !Ref QueueOfAnotherStack }
            - Fn::If: [Wanted, { VPCAccessPolicy: {} }, !Ref AWS::NoValue]
            - !Ref SomePolicy
            - Statement: { Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Orders.Arn }`),
  );
});

test('SAM does not look at Policies beside Role', () => {
  checkRule(
    invalidPolicyTemplate,
    worker('- NoSuchPolicy: {}', '\n          Role: !Sub arn:aws:iam::${AWS::AccountId}:role/worker'),
  );
});
