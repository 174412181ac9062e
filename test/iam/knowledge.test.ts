import { expect, test } from 'vitest';
import { shippedKnowledge } from './knowledgeData.ts';

const iam = shippedKnowledge();

test('an action is found in any letter case and comes back as the reference spells it', () => {
  expect(['lambda:invokefunction', 'LAMBDA:INVOKEFUNCTION', 'lambda:InvokeFunction'].map((id) => iam.action(id)?.id)).toEqual([
    'lambda:InvokeFunction',
    'lambda:InvokeFunction',
    'lambda:InvokeFunction',
  ]);
  expect(iam.hasAction('S3:getobject')).toBe(true);
});

test('an action says what it needs to be understood', () => {
  expect(iam.action('lambda:InvokeFunction')).toEqual({
    id: 'lambda:InvokeFunction',
    service: 'lambda',
    name: 'InvokeFunction',
    accessLevel: 'Write',
    description: 'Grants permission to invoke an AWS Lambda function',
    resources: [{ type: 'function', required: true }],
    conditionKeys: ['lambda:EventSourceToken', 'lambda:InvokedViaFunctionUrl'],
    dependentActions: [],
    permissionOnly: false,
    operations: ['Lambda: Invoke', 'Lambda: InvokeWithResponseStream'],
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/API_Invoke.html',
  });
});

test('dependent actions and the permission-only mark come from the release that still has them', () => {
  expect(iam.action('lambda:CreateFunction')?.dependentActions).toEqual(['iam:PassRole', 'lambda:PassCapacityProvider']);
  const permissionOnly = iam.actionsMatching('lambda:*').filter((id) => iam.action(id)?.permissionOnly);
  expect(permissionOnly).toEqual([
    'lambda:ConnectMicrovm',
    'lambda:DisableReplication',
    'lambda:EnableReplication',
    'lambda:InvokeFunctionUrl',
    'lambda:PassCapacityProvider',
    'lambda:PassNetworkConnector',
  ]);
});

test('access levels are the five of the IAM console', () => {
  const ids = ['s3:ListBucket', 's3:GetObject', 's3:PutObject', 'lambda:AddPermission', 'lambda:TagResource', 'lambda:Nothing'];
  expect(ids.map((id) => iam.accessLevel(id))).toEqual(['List', 'Read', 'Write', 'Permissions management', 'Tagging', undefined]);
});

test.each(['', ':', 'lambda', 'lambda:', ':InvokeFunction', 'nosuch:Thing', 'lambda:Invoke', 's3:GetObject ', '*'])(
  'the text %j names no action',
  (text) => {
    expect([iam.hasAction(text), iam.action(text), iam.accessLevel(text)]).toEqual([false, undefined, undefined]);
  },
);

test('a pattern stands for the actions that match it, in alphabetical order', () => {
  expect(iam.actionsMatching('lambda:invokefunction*')).toEqual(['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl']);
  expect(iam.actionsMatching('sqs:*Message')).toEqual(['sqs:DeleteMessage', 'sqs:ReceiveMessage', 'sqs:SendMessage']);
  expect(iam.actionsMatching('dynamodb:?etItem')).toEqual(['dynamodb:GetItem']);
  expect(iam.actionsMatching('sns:Publish')).toEqual(['sns:Publish']);
  expect(iam.actionsMatching('rds-d?:*')).toEqual(['rds-db:connect']);
  expect(iam.actionsMatching('*:InvokeFunction')).toEqual(['lambda:InvokeFunction']);
  expect(iam.actionsMatching('lambda:Nothing*')).toEqual([]);
  expect(iam.actionsMatching('lambda')).toEqual([]);
  expect(iam.actionsMatching('*')).toEqual(iam.actionsMatching('*:*'));
});

test('a pattern of many stars is matched without going back and forth for ever', () => {
  expect(iam.actionsMatching(`ec2:${'*e'.repeat(60)}z`)).toEqual([]);
});

test('a service has a title, a page and its actions', () => {
  expect(iam.service('Lambda')).toEqual({
    prefix: 'lambda',
    title: 'AWS Lambda',
    actionCount: 119,
    docsUrl: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_lambda.html',
  });
  expect(iam.service('stepfunctions')).toBeUndefined();
  expect(iam.actionNames('execute-api')).toEqual(['InvalidateCache', 'Invoke', 'ManageConnections']);
});

test('resource types carry their ARN patterns', () => {
  expect(iam.resourceType('sqs', 'Queue')?.arns).toEqual(['arn:${Partition}:sqs:${Region}:${Account}:${QueueName}']);
  expect(iam.resourceTypes('lambda').map(({ type }) => type)).toContain('function alias');
  expect(iam.resourceTypes('nosuch')).toEqual([]);
});

test.each([
  ['aws:SourceArn', 'aws:SourceArn', 'ARN'],
  ['AWS:sourceaccount', 'aws:SourceAccount', 'String'],
  ['aws:RequestTag/team', 'aws:RequestTag/${TagKey}', 'String'],
  ['s3:ExistingObjectTag/secret', 's3:ExistingObjectTag/<key>', 'String'],
  ['lambda:FunctionArn', 'lambda:FunctionArn', 'ARN'],
  ['lambda:SourceFunctionArn', 'lambda:SourceFunctionArn', 'ARN'],
  ['dynamodb:LeadingKeys', 'dynamodb:LeadingKeys', 'ArrayOfString'],
  ['saml:aud', 'saml:aud', 'String'],
  ['cognito-identity.amazonaws.com:aud', 'cognito-identity.amazonaws.com:aud', 'String'],
])('the condition key %s is described as %s of type %s', (written, key, type) => {
  expect(iam.conditionKey(written)).toMatchObject({ key, type });
});

test.each(['', 'aws:', 'aws:RequestTag/', 'lambda:NoSuchKey', 'nosuch:Key', 'SourceArn'])(
  'the condition key %j is not known',
  (key) => {
    expect(iam.conditionKey(key)).toBeUndefined();
  },
);

test('a service lists its keys with a type and a description, global ones among them', () => {
  const keys = iam.conditionKeys('lambda');
  expect(keys.find(({ key }) => key === 'aws:TagKeys')).toMatchObject({ type: 'ArrayOfString' });
  expect(keys.filter(({ type, description }) => type === '' || description === '')).toEqual([]);
  expect(iam.globalConditionKeys().filter(({ description }) => description === '')).toEqual([]);
});

test('only the slice of the service that is asked for is read, and only once', () => {
  const slices: number[] = [];
  const lazy = shippedKnowledge((start) => slices.push(start));
  expect(lazy.actionsMatching('lambda:*').every((id) => lazy.hasAction(id))).toBe(true);
  expect(slices).toEqual([]);
  lazy.action('sqs:SendMessage');
  lazy.action('sqs:ReceiveMessage');
  lazy.resourceTypes('sqs');
  expect(slices.length).toBe(1);
});
