import { test } from 'vitest';
import { checkAccepted, checkAcceptedIn, checkCompletion, checkCompletionIn } from '../../harness/index.ts';

const template = (actions: string, resource: string): string => `
  Resources:
    Jobs:
      Type: AWS::SQS::Queue
    Files:
      Type: AWS::S3::Bucket
    Orders:
      Type: AWS::DynamoDB::Table
    Alerts:
      Type: AWS::SNS::Topic
    Log:
      Type: AWS::Logs::LogGroup
    Access:
      Type: AWS::IAM::Policy
      Properties:
        PolicyDocument:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Action: ${actions}
              Resource: ${resource}
  `;

test('the resources of the template that the actions fit come first, in the form of a reference', () => {
  checkCompletion(template('sqs:SendMessage', '$0'), ['Jobs.Arn', 'arn:${Partition}:sqs:${Region}:${Account}:${QueueName}', '*']);
  checkAccepted(template('sqs:SendMessage', '$0'), 'Jobs.Arn', template('sqs:SendMessage', '!GetAtt Jobs.Arn'));
  checkAccepted(template('sqs:SendMessage', '"$0"'), 'Jobs.Arn', template('sqs:SendMessage', '!GetAtt Jobs.Arn'));
  checkAccepted(template('sns:Publish', '$0'), 'Alerts', template('sns:Publish', '!Ref Alerts'));
});

test('the objects of a bucket, the indexes of a table', () => {
  checkCompletion(template('s3:GetObject', '$0'), [
    '${Files.Arn}/*',
    'arn:${Partition}:s3:::${BucketName}/${ObjectName}',
    'arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}/object/${ObjectName}',
    '*',
  ]);
  checkAccepted(template('s3:GetObject', '$0'), '${Files.Arn}/*', template('s3:GetObject', '!Sub ${Files.Arn}/*'));
  checkCompletion(template('s3:ListBucket', '$0'), ['Files.Arn', '…']);
  checkCompletion(template('[s3:ListBucket, s3:GetObject]', '$0'), ['Files.Arn', '${Files.Arn}/*', '…']);
  checkCompletion(template('dynamodb:Query', '$0'), ['Orders.Arn', '${Orders.Arn}/index/*', '…']);
  checkCompletion(template('dynamodb:PutItem', '$0'), ['Orders.Arn', '…']);
});

test('an ARN with a star at its end has all that is in it', () => {
  checkCompletion(template('logs:PutLogEvents', '$0'), ['Log.Arn', '…']);
});

test('in a list, in brackets, behind other resources', () => {
  const block = (item: string): string =>
    template('s3:GetObject', `\n                - !Sub \${Files.Arn}/a\n                - ${item}`);
  checkAccepted(block('$0'), '${Files.Arn}/*', block('!Sub ${Files.Arn}/*'));
  checkAccepted(template('s3:GetObject', '[$0]'), '${Files.Arn}/*', template('s3:GetObject', '[!Sub "${Files.Arn}/*"]'));
});

test('without actions every resource that has an ARN is offered', () => {
  checkCompletion(template('', '$0'), ['Jobs.Arn', 'Files.Arn', 'Orders.Arn', 'Alerts', 'Log.Arn', '*']);
});

test('forms of ARNs have places to fill in; in a template partition, Region and account are those of the stack', () => {
  checkAccepted(
    template('s3:GetObject', '$0'),
    'arn:${Partition}:s3:::${BucketName}/${ObjectName}',
    template('s3:GetObject', '!Sub arn:${AWS::Partition}:s3:::${1:BucketName}/${2:ObjectName}'),
  );
  checkAccepted(
    template('s3:GetObject', '!Sub "$0"'),
    'arn:${Partition}:s3:::${BucketName}/${ObjectName}',
    template('s3:GetObject', '!Sub "arn:${AWS::Partition}:s3:::${1:BucketName}/${2:ObjectName}"'),
  );
});

test('in a policy file, forms of ARNs only', () => {
  const policy = (resource: string): string => `
  Version: "2012-10-17"
  Statement:
    - Effect: Allow
      Action: sqs:SendMessage
      Resource: ${resource}
  `;
  checkCompletion(policy('$0'), ['arn:aws:sqs:${Region}:${Account}:${QueueName}', '*']);
  checkAccepted(
    policy('$0'),
    'arn:aws:sqs:${Region}:${Account}:${QueueName}',
    policy('arn:aws:sqs:${1:Region}:${2:Account}:${3:QueueName}'),
  );
});

test('in JSON a reference takes the place of the quotes', () => {
  const json = (resource: string): string =>
    `{"Resources": {"Jobs": {"Type": "AWS::SQS::Queue"}, "Access": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": ${resource}}]}}}}}`;
  checkAcceptedIn('json', json('"$0"'), 'Jobs.Arn', json('{"Fn::GetAtt": ["Jobs", "Arn"]}'));
  checkAcceptedIn('json', json('$0'), 'Jobs.Arn', json('{"Fn::GetAtt": ["Jobs", "Arn"]}'));
  checkAcceptedIn('json', json('["$0"]'), 'Jobs.Arn', json('[{"Fn::GetAtt": ["Jobs", "Arn"]}]'));
});

test('names inside references', () => {
  checkCompletion(template('sqs:SendMessage', '!GetAtt $0'), ['Jobs', 'Files', 'Orders', 'Alerts', 'Log']);
  checkAcceptedIn('yaml', template('sqs:SendMessage', '!GetAtt Jo$0'), 'Jobs', template('sqs:SendMessage', '!GetAtt Jobs.'));
  checkCompletionIn('yaml', template('sqs:SendMessage', '!GetAtt Jobs.$0'), ['Jobs.Arn', 'Jobs.QueueName', 'Jobs.QueueUrl']);
  checkAcceptedIn(
    'yaml',
    template('sqs:SendMessage', '!GetAtt Jobs.Q$0'),
    'Jobs.Arn',
    template('sqs:SendMessage', '!GetAtt Jobs.Arn'),
  );
  checkCompletion(template('sqs:SendMessage', '!Ref $0'), ['Jobs', 'Files', 'Orders', 'Alerts', 'Log', 'AWS::AccountId', '…']);
  checkCompletion(template('sqs:SendMessage', '!GetAtt [Jobs, $0]'), ['Arn', 'QueueName', 'QueueUrl']);
  checkAccepted(template('sqs:SendMessage', '!GetAtt [$0, Arn]'), 'Jobs', template('sqs:SendMessage', '!GetAtt [Jobs, Arn]'));
});

test('names inside the braces of a text', () => {
  const sub = (text: string): string => template('s3:GetObject', `!Sub "${text}"`);
  checkCompletion(sub('${$0}/*'), ['Jobs', 'Files', 'Orders', 'Alerts', 'Log', 'AWS::AccountId', 'AWS::Region', '…']);
  checkAccepted(sub('${Fi$0}/*'), 'Files', sub('${Files}/*'));
  checkAccepted(sub('${Fi$0'), 'Files', sub('${Files$1}'));
  checkAccepted(sub('${Files.$0}/*'), 'Files.Arn', sub('${Files.Arn}/*'));
  checkAccepted(sub('arn:${AWS::$0:s3:::x'), 'AWS::Partition', sub('arn:${AWS::Partition}:s3:::x'));
  checkCompletion(sub('${Files.Arn}/$0'), [
    'arn:${Partition}:s3:::${BucketName}/${ObjectName}',
    'arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}/object/${ObjectName}',
  ]);
});
