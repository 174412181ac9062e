import { test } from 'vitest';
import { checkHover } from '../../harness/index.ts';

const template = (resources: string): string => `
Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs:
    Type: AWS::SQS::Queue
  Orders:
    Type: AWS::DynamoDB::Table
  Uploads:
    Type: AWS::S3::Bucket
${resources}`;

const fn = (...lines: readonly string[]): string =>
  template(
    ['  Worker:', '    Type: AWS::Serverless::Function', '    Properties:', ...lines.map((line) => `      ${line}`)].join('\n'),
  );

const event = (type: string, ...properties: readonly string[]): string =>
  fn('Events:', '  Call:', `    Type: ${type}`, '    Properties:', ...properties.map((property) => `      ${property}`));

test.each([
  [
    'an event by its name',
    event('SQS', 'Queue: !GetAtt Jobs.Arn').replace('Call:', 'Ca$0ll:'),
    ['**Worker.Events.Call** → **Worker** · Amazon SQS queue', 'by WorkerRole (SAM)'],
  ],
  [
    'an event by its type',
    event('S$03', 'Bucket: !Ref Uploads', 'Events: s3:ObjectCreated:*'),
    ['SAM creates `WorkerCallPermission` for it.', 'any bucket of the account may call'],
  ],
  [
    'an event by its source',
    event('SQS', 'Queue: !GetAtt Jo$0bs.Arn'),
    ['Lambda polls the source with the function’s **execution role**'],
  ],
  [
    'an event by the name of its source',
    event('SNS', 'To$0pic: arn:aws:sns:eu-west-1:123456789012:news'),
    ['SAM creates `WorkerCallPermission`', 'from `arn:aws:sns:eu-west-1:123456789012:news`'],
  ],
  ['the events of a function', fn('Eve$0nts: {}'), ['What has the function called.']],
  [
    'a policy template',
    fn('Policies:', '  - SQSPoller$0Policy:', '      QueueName: !GetAtt Jobs.QueueName'),
    [
      'SAM writes into the role that it makes:',
      '${Jobs.QueueName}',
      '#sqs-poller-policy',
      'SAM writes `sqs:ChangeMessageVisibilityBatch`, `sqs:DeleteMessageBatch` although no such action exists',
    ],
  ],
  [
    'a policy template that SAM ignores',
    fn('Role: arn:aws:iam::123456789012:role/a', 'Policies:', '  - SQSPoller$0Policy:', '      QueueName: a'),
    ['SAM ignores it here, because `Role` is set'],
  ],
  [
    'a policy template with nothing yet',
    fn('Policies:', '  - DynamoDBCrud$0Policy: {}'),
    ['dynamodb:PutItem', '#dynamo-db-crud-policy'],
  ],
  [
    'a parameter of a policy template',
    fn('Policies:', '  - SQSPollerPolicy:', '      Queue$0Name: a'),
    ['parameter of the SAM policy template SQSPollerPolicy', 'a name belongs here'],
  ],
  [
    'a managed policy by its name',
    fn('Policies:', '  - AWSXrayWriteOnly$0Access'),
    ['managed policy of AWS', 'xray:PutTraceSegments'],
  ],
  ['a managed policy alone', fn('Policies: AWSXrayWriteOnly$0Access'), ['managed policy of AWS']],
  ['the list of policies', fn('Poli$0cies: []'), ['What goes into the role that SAM makes']],
  [
    'a statement among the policies',
    fn('Policies:', '  - Statement:', '      - Effect: Allow', '        Action: s3:GetO$0bject', "        Resource: '*'"),
    ['**s3:GetObject** · Read', 'Worker’s execution role'],
  ],
  ['tracing', fn('Tra$0cing: Active'), ['The **execution role** (WorkerRole) must allow:', '✓ `xray:PutTraceSegments`']],
  ['a function URL', fn('FunctionUrlConfig:', '  Auth$0Type: NONE'), ['Function URL', 'WorkerUrlPublicPermissions']],
  ['a function', fn('Handler: a').replace('Worker:', 'Wor$0ker:'), ['**Worker** · Lambda function']],
])('%s', (_, text, expected) => checkHover(text, expected));

const connector = (lines: string): string =>
  template(`  Worker:
    Type: AWS::Serverless::Function
  Link:
    Type: AWS::Serverless::Connector
    Properties:
${lines}`);

test.each([
  [
    'by its name',
    connector('      Source: {Id: Worker}\n      Destination: {Id: Orders}\n      Permissions: [Read]').replace('Link', 'Li$0nk'),
    ['**Worker** → **Orders**, `Read`', 'Into the role of the source goes:', 'dynamodb:GetItem'],
  ],
  [
    'by a permission',
    connector('      Source: {Id: Worker}\n      Destination: {Id: Orders}\n      Permissions: [Read, Wri$0te]'),
    ['dynamodb:PutItem'],
  ],
  [
    'by an end',
    connector('      Source: {Id: Wor$0ker}\n      Destination: {Id: Orders}\n      Permissions: [Read]'),
    ['**Worker** · Lambda function'],
  ],
  [
    'to a function',
    connector('      Source: {Id: Uploads}\n      Destination: {Id: Worker}\n      Permissions: [Wri$0te]'),
    ['SAM makes `LinkWriteLambdaPermission`', 'lets Amazon S3'],
  ],
  [
    'that does not exist',
    connector('      Source: {Id: Orders}\n      Destination: {Id: Uploads}\n      Permissions: [Wri$0te]'),
    ['SAM has no connector between resources of these types.'],
  ],
])('a connector %s', (_, text, expected) => checkHover(text, expected));

test('a connector in a resource', () => {
  const text = template(`  Worker:
    Type: AWS::Serverless::Function
    Connectors:
      ToOr$0ders:
        Properties:
          Destination: {Id: Orders}
          Permissions: [Write]`);
  checkHover(text, ['**WorkerToOrders** · SAM connector: **Worker** → **Orders**', 'dynamodb:PutItem']);
});
