import { test } from 'vitest';
import { missingInvokePermission as rule } from '../../../server/src/rules/invocation/missingInvokePermission.ts';
import { WORKER } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

const TOPIC = `${WORKER}  Orders:
    Type: AWS::SNS::Subscription
    Properties:
      Protocol: lambda
      TopicArn: arn:aws:sns:eu-west-1:123456789012:orders
      Endpoint: !GetAtt Worker.Arn
`;

const RULE = `${WORKER}  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: worker
          Arn: !GetAtt Worker.Arn
`;

const bucket = (name: string, before = ''): string => `${WORKER}  Bucket:
    Type: AWS::S3::Bucket
${before}    Properties:
${name}      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Worker.Arn
`;

test('a rule of EventBridge is let in by its ARN', () => {
  checkFix(
    rule,
    RULE,
    `${RULE}  WorkerNightlyPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceArn: !GetAtt Nightly.Arn
`,
  );
});

test('a topic is let in by its ARN', () => {
  checkFix(
    rule,
    TOPIC,
    `${TOPIC}  WorkerOrdersPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: sns.amazonaws.com
      SourceArn: arn:aws:sns:eu-west-1:123456789012:orders
`,
  );
});

test('a bucket with a name is let in by its name and account, and waits', () => {
  checkFix(
    rule,
    bucket('      BucketName: orders-of-the-day\n'),
    `${bucket('      BucketName: orders-of-the-day\n', '    DependsOn: WorkerBucketPermission\n')}  WorkerBucketPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: s3.amazonaws.com
      SourceAccount: !Ref AWS::AccountId
      SourceArn: !Sub arn:\${AWS::Partition}:s3:::orders-of-the-day
`,
  );
});

test('a bucket without a name is let in by its account: its ARN would make a cycle', () => {
  checkFix(
    rule,
    bucket(''),
    `${bucket('', '    DependsOn: WorkerBucketPermission\n')}  WorkerBucketPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: s3.amazonaws.com
      SourceAccount: !Ref AWS::AccountId
`,
  );
});

test('the permission exists under the condition of the trigger', () => {
  const conditional = `Conditions:
  IsLive: !Equals [!Ref AWS::Region, eu-west-1]
${RULE.replace('AWS::Events::Rule\n', 'AWS::Events::Rule\n    Condition: IsLive\n')}`;
  checkFix(
    rule,
    conditional,
    `${conditional}  WorkerNightlyPermission:
    Type: AWS::Lambda::Permission
    Condition: IsLive
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceArn: !GetAtt Nightly.Arn
`,
  );
});

test('what a parameter decides is not missing', () => {
  checkRule(
    rule,
    `Parameters:
  Principal:
    Type: String
${RULE}  FromWhom:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: !Ref Principal
`,
  );
});

test('a trigger on an alias is let in there', () => {
  const onAlias = `${WORKER}  Version:
    Type: AWS::Lambda::Version
    Properties:
      FunctionName: !Ref Worker
  Live:
    Type: AWS::Lambda::Alias
    Properties:
      Name: live
      FunctionName: !Ref Worker
      FunctionVersion: !GetAtt Version.Version
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: worker
          Arn: !Ref Live
`;
  checkFix(
    rule,
    onAlias,
    `${onAlias}  WorkerNightlyPermission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Live
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceArn: !GetAtt Nightly.Arn
`,
  );
});
