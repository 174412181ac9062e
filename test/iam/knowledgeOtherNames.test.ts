import { expect, test } from 'vitest';
import { readData, shippedKnowledge } from './knowledgeData.ts';

const iam = shippedKnowledge();
const rows = readData('other-names.txt')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));
const rowsOf = (kind: string): readonly (readonly string[])[] => rows.filter((row) => row[0] === kind);

test('every row of the table has a known kind, and a source that the table names', () => {
  expect(new Set(rows.map(([kind]) => kind))).toEqual(new Set(['source', 'service', 'legacy', 'operation', 'misnomer']));
  const sources = new Set(rowsOf('source').map(([, name]) => name));
  const used = [
    ...rowsOf('service').map((row) => row[3]),
    ...rowsOf('legacy').map((row) => row[2]),
    ...rowsOf('operation').map((row) => row[4]),
    ...rowsOf('misnomer').map((row) => row[3]),
  ];
  expect(used.filter((source) => !sources.has(source))).toEqual([]);
  expect([...sources].filter((source) => !used.includes(source))).toEqual([]);
});

test('the left side of the table is not an action, and stands there once', () => {
  const names = ['operation', 'misnomer', 'legacy'].flatMap(rowsOf).map(([, name = '']) => name.toLowerCase());
  expect(names.filter((name) => iam.hasAction(name))).toEqual([]);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

test('every action on the right side of the table exists, in this spelling', () => {
  const actions = [...rowsOf('operation'), ...rowsOf('misnomer')].flatMap(([, , list = '']) => list.split(' '));
  expect(actions.filter((id) => iam.action(id)?.id !== id)).toEqual([]);
});

test('every other name of a service leads to a service, and is none itself', () => {
  const wrong = rowsOf('service').filter(
    ([, name = '', prefix = '']) => iam.service(name) || iam.servicePrefixFor(name) !== prefix,
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['lambda:Invoke', ['lambda:InvokeFunction']],
  ['LAMBDA:invoke', ['lambda:InvokeFunction']],
  ['sqs:SendMessageBatch', ['sqs:SendMessage']],
  ['s3:HeadObject', ['s3:GetObject']],
  ['s3:ListObjectsV2', ['s3:ListBucket']],
  ['s3:HeadBucket', ['s3:ListBucket']],
  ['s3:DeleteObjects', ['s3:DeleteObject']],
  ['s3:CreateMultipartUpload', ['s3:PutObject']],
  ['bedrock:Converse', ['bedrock:InvokeModel']],
  ['bedrock-runtime:Converse', ['bedrock:InvokeModel']],
  [
    'dynamodb:ExecuteStatement',
    ['dynamodb:PartiQLSelect', 'dynamodb:PartiQLInsert', 'dynamodb:PartiQLUpdate', 'dynamodb:PartiQLDelete'],
  ],
  ['apigateway:TagResource', ['apigateway:PUT', 'apigateway:POST']],
  ['apigateway:CreateRestApi', ['apigateway:POST']],
  ['apigatewayv2:UpdateRoute', ['apigateway:PATCH']],
  ['kms:ReEncrypt', ['kms:ReEncryptFrom', 'kms:ReEncryptTo']],
])('the API operation %s is authorised by %j', (written, actions) => {
  expect(iam.operation(written)).toMatchObject({
    asAction: written.replace(/^LAMBDA:invoke$/, 'lambda:Invoke'),
    actions,
    kind: 'operation',
  });
});

test.each([
  ['bedrock-runtime:InvokeModel', 'bedrock:InvokeModel'],
  ['stepfunctions:StartExecution', 'states:StartExecution'],
  ['sfn:startexecution', 'states:StartExecution'],
  ['sfn:Start*', 'states:Start*'],
  ['iot-data:Publish', 'iot:Publish'],
  ['cloudwatchlogs:PutLogEvents', 'logs:PutLogEvents'],
  ['sesv2:SendEmail', 'ses:SendEmail'],
  ['elbv2:RegisterTargets', 'elasticloadbalancing:RegisterTargets'],
  ['eventbridge:PutEvents', 'events:PutEvents'],
  ['dynamodbstreams:GetRecords', 'dynamodb:GetRecords'],
  ['Secrets-Manager:GetSecretValue', 'secretsmanager:GetSecretValue'],
])('the service prefix of %s is not IAM’s: %s', (written, action) => {
  expect(iam.operation(written)).toMatchObject({ asAction: written, actions: [action], kind: 'service' });
});

test.each([
  ['lambda:CheckpointDurableExecutions', 'lambda:CheckpointDurableExecution'],
  ['lambda:ListPolicies', 'lambda:GetPolicy'],
  ['dynamodb:CreateItem', 'dynamodb:PutItem'],
  ['firehose:PutRecords', 'firehose:PutRecordBatch'],
  ['iam:AssumeRole', 'sts:AssumeRole'],
  ['cloudwatch:PutLogEvents', 'logs:PutLogEvents'],
])('%s looks right and does not exist; %s is meant', (written, action) => {
  const found = iam.operation(written);
  expect([found?.kind, found?.actions[0]]).toEqual(['misnomer', action]);
});

test.each(['lambda:InvokeFunction', 'sns:Receive', 'lambda:InvokeFunktion', 'nosuch:Thing', 'nosuch', '', ':', 'apigateway:GET'])(
  '%j is no other name of an action',
  (text) => {
    expect(iam.operation(text)).toBeUndefined();
  },
);

test('actions that AWS accepts without listing them are legacy, and are not known otherwise', () => {
  const legacy = [
    'SNS:Receive',
    'zocalo:DescribeUsers',
    'zocalo:Describe*',
    'deepracer:GetModel',
    'lambda:Invoke',
    'lambda:InvokeFunction',
    '',
  ];
  expect(legacy.map((id) => [iam.isLegacyAction(id), iam.hasAction(id)])).toEqual([
    [true, false],
    [true, false],
    [true, false],
    [true, false],
    [false, false],
    [false, true],
    [false, false],
  ]);
});

test('an action names the API operations that it authorises', () => {
  expect(iam.action('s3:ListBucket')?.operations).toEqual([
    'S3: HeadBucket',
    'S3: ListObjects',
    'S3: ListObjectsV2',
    'S3 Control: GetBucket',
  ]);
  expect(iam.action('sns:Publish')?.operations).toEqual(['SNS: Publish', 'SNS: PublishBatch']);
  expect(iam.action('lambda:InvokeFunctionUrl')?.operations).toEqual([]);
});
