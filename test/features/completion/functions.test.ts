import { test } from 'vitest';
import { checkAccepted, checkCompletion, checkCompletionIn, checkOffers } from '../../harness/index.ts';

const permission = (property: string): string => `
  Resources:
    Worker:
      Type: AWS::Lambda::Function
    Alerts:
      Type: AWS::SNS::Topic
    Files:
      Type: AWS::S3::Bucket
    Api:
      Type: AWS::ApiGateway::RestApi
    Permission:
      Type: AWS::Lambda::Permission
      Properties:
        ${property}
  `;

test('the properties that a Lambda permission does not have yet', () => {
  checkCompletion(permission('$0'), ['FunctionName', 'Action', 'Principal', 'SourceArn', 'SourceAccount', '…']);
  checkCompletion(permission('FunctionName: !Ref Worker\n        $0'), [
    'Action',
    'Principal',
    'SourceArn',
    'SourceAccount',
    '…',
  ]);
  checkAccepted(permission('$0'), 'FunctionName', permission('FunctionName: !Ref Worker'));
  checkAccepted(permission('A$0'), 'Action', permission('Action: lambda:InvokeFunction'));
  checkAccepted(permission('$0'), 'SourceAccount', permission('SourceAccount: !Ref AWS::AccountId'));
});

test('the action of a permission', () => {
  checkCompletion(permission('Action: $0'), ['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl', '…']);
  checkAccepted(permission('Action: lambda:Inv$0oke'), 'lambda:InvokeFunction', permission('Action: lambda:InvokeFunction'));
});

test('the functions of the template', () => {
  checkCompletion(permission('FunctionName: $0'), ['Worker']);
  checkAccepted(permission('FunctionName: $0'), 'Worker', permission('FunctionName: !Ref Worker'));
});

test('the principal that presents the source ARN comes first, and the sources that the principal presents', () => {
  checkCompletion(permission('Principal: $0\n        SourceArn: !Ref Alerts'), ['sns.amazonaws.com', '…']);
  checkCompletion(permission('Principal: $0\n        SourceArn: !GetAtt Files.Arn'), ['s3.amazonaws.com', '…']);
  checkCompletion(permission('Principal: sns.amazonaws.com\n        SourceArn: $0'), ['Alerts']);
  checkCompletion(permission('Principal: s3.amazonaws.com\n        SourceArn: $0'), ['Files.Arn']);
  checkCompletion(permission('Principal: apigateway.amazonaws.com\n        SourceArn: $0'), ['Api/*']);
  checkCompletion(permission('SourceArn: $0'), ['Api/*', 'Alerts', 'Files.Arn']);
  checkAccepted(
    permission('SourceArn: $0'),
    'Api/*',
    permission('SourceArn: !Sub arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*'),
  );
});

test('the services whose triggers lack a permission come first', () => {
  checkCompletion(
    `
    Resources:
      Worker:
        Type: AWS::Lambda::Function
      Rule:
        Type: AWS::Events::Rule
        Properties:
          ScheduleExpression: rate(1 hour)
          Targets: [{ Id: worker, Arn: !GetAtt Worker.Arn }]
      Permission:
        Type: AWS::Lambda::Permission
        Properties:
          FunctionName: !Ref Worker
          Action: lambda:InvokeFunction
          Principal: $0
    `,
    ['events.amazonaws.com', '…'],
  );
});

test('values of the other properties', () => {
  checkCompletion(permission('FunctionUrlAuthType: $0'), ['AWS_IAM', 'NONE']);
  checkCompletion(permission('SourceAccount: $0'), ['AWS::AccountId']);
  checkAccepted(permission('InvokedViaFunctionUrl: $0'), 'true', permission('InvokedViaFunctionUrl: true'));
  checkCompletion(permission('Principal: x\n      DependsOn: $0'), ['Worker', 'Alerts', 'Files', 'Api']);
});

const mapping = (property: string): string => `
  Resources:
    Worker:
      Type: AWS::Lambda::Function
    Jobs:
      Type: AWS::SQS::Queue
    Orders:
      Type: AWS::DynamoDB::Table
    Mapping:
      Type: AWS::Lambda::EventSourceMapping
      Properties:
        ${property}
  `;

test('an event source mapping', () => {
  checkCompletion(mapping('$0'), ['FunctionName', 'EventSourceArn', 'BatchSize', 'StartingPosition', '…']);
  checkCompletion(mapping('EventSourceArn: $0'), ['Jobs.Arn', 'Orders.StreamArn']);
  checkAccepted(mapping('EventSourceArn: $0'), 'Orders.StreamArn', mapping('EventSourceArn: !GetAtt Orders.StreamArn'));
  checkCompletion(mapping('StartingPosition: $0'), ['TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP']);
  checkCompletion(mapping('FunctionResponseTypes: [$0]'), ['ReportBatchItemFailures']);
});

const sam = (properties: string): string => `
  Transform: AWS::Serverless-2016-10-31
  Resources:
    Jobs:
      Type: AWS::SQS::Queue
    Orders:
      Type: AWS::Serverless::SimpleTable
    Role:
      Type: AWS::IAM::Role
    Worker:
      Type: AWS::Serverless::Function
      Properties:
        ${properties}
  `;

test('SAM policy templates with what fits their parameters, those that fit the template first', () => {
  checkCompletion(sam('Policies:\n          - $0'), ['DynamoDBBackupFullAccessPolicy', 'DynamoDBCrudPolicy', '…']);
  checkAccepted(
    sam('Policies:\n          - SQSP$0'),
    'SQSPollerPolicy',
    sam('Policies:\n          - SQSPollerPolicy:\n              QueueName: !GetAtt Jobs.QueueName'),
  );
  checkAccepted(
    sam('Policies:\n          - S3$0'),
    'S3ReadPolicy',
    sam('Policies:\n          - S3ReadPolicy:\n              BucketName: ${1:BucketName}'),
  );
  checkAccepted(
    sam('Policies: $0'),
    'DynamoDBReadPolicy',
    sam('Policies:\n          - DynamoDBReadPolicy:\n              TableName: !Ref Orders'),
  );
  checkCompletion(sam('Policies:\n          - SQSPollerPolicy: { $0 }'), ['QueueName']);
  checkAccepted(
    sam('Policies:\n          - SQSPollerPolicy:\n              $0'),
    'QueueName',
    sam('Policies:\n          - SQSPollerPolicy:\n              QueueName: !GetAtt Jobs.QueueName'),
  );
  checkCompletion(sam('Policies:\n          - SQSPollerPolicy: { QueueName: $0 }'), ['Jobs']);
});

test('managed policies', () => {
  checkOffers(sam('Policies:\n          - AWSLambdaB$0'), ['AWSLambdaBasicExecutionRole'], ['AdministratorAccess']);
  const role = (arn: string): string => `
    Resources:
      Own:
        Type: AWS::IAM::ManagedPolicy
      Role:
        Type: AWS::IAM::Role
        Properties:
          ManagedPolicyArns: [${arn}]
    `;
  checkCompletion(role('$0'), ['Own', '…']);
  checkOffers(role('arn:aws:iam::aws:policy/service-role/AWSLambdaB$0'), ['AWSLambdaBasicExecutionRole']);
  checkAccepted(
    role('BasicExec$0'),
    'AWSLambdaBasicExecutionRole',
    role("!Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'"),
  );
});

test('SAM events, and the role of a function', () => {
  checkOffers(sam('Events: { Jobs: { Type: $0 } }'), ['SQS', 'S3', 'Api', 'ScheduleV2']);
  checkCompletion(sam('Events: { Jobs: { Type: SQS, Properties: { Queue: $0 } } }'), ['Jobs.Arn']);
  checkCompletion(sam('Role: $0'), ['Role.Arn']);
});

test('connectors: the ends that have one, and its permissions', () => {
  const connector = (destination: string, permissions: string): string => `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Jobs:
        Type: AWS::SQS::Queue
      Role:
        Type: AWS::IAM::Role
      Worker:
        Type: AWS::Serverless::Function
      Connector:
        Type: AWS::Serverless::Connector
        Properties:
          Source: { Id: Worker }
          Destination: { Id: ${destination} }
          Permissions: [${permissions}]
    `;
  checkCompletion(connector('$0', 'Write'), ['Jobs', 'Worker']);
  checkCompletion(connector('Jobs', '$0'), ['Read', 'Write']);
  checkCompletion(connector('Jobs', 'Write, $0'), ['Read']);
  checkCompletion(connector('Worker', '$0'), ['Write']);
});

test('a connector that stands in its source', () => {
  const connector = (properties: string): string => `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Alerts:
        Type: AWS::SNS::Topic
      Worker:
        Type: AWS::Serverless::Function
        Connectors:
          Alert:
            Properties:
              ${properties}
    `;
  checkCompletion(connector('Destination: { Id: $0 }'), ['Alerts']);
  checkCompletion(connector('Destination: { Id: Alerts }\n              Permissions: [$0]'), ['Write']);
  checkAccepted(
    connector('Destination: { Id: Alerts }\n              Permissions: $0'),
    'Write',
    connector('Destination: { Id: Alerts }\n              Permissions:\n                - Write'),
  );
});

test('nothing is offered where no permission is at stake', () => {
  checkCompletionIn('yaml', sam('Handler: $0'), []);
  checkCompletionIn('yaml', sam('Handler: x # s3:$0'), []);
  checkCompletionIn('yaml', permission('Principal: x\n      Metadata: { Note: $0 }'), []);
});
