import { expect, test } from 'vitest';
import { createManagedPolicies, createSamConnectors, createSamPolicyTemplates } from '../../server/src/iam/knowledge/index.ts';
import { readData } from './knowledgeData.ts';

const policies = createManagedPolicies({
  names: readData('managed-policy-names.txt'),
  documents: readData('managed-policies.json'),
});
const templates = createSamPolicyTemplates(readData('sam-policy-templates.json'));
const connectors = createSamConnectors(readData('sam-connectors.json'));

const basic = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';

test('a managed policy is found by its ARN in any partition, and by its bare name', () => {
  const arns = [basic, basic.replace('arn:aws:', 'arn:aws-cn:'), basic.replace('arn:aws:', 'arn:aws-us-gov:')];
  expect(arns.map((arn) => policies.byArn(arn)?.name)).toEqual(Array(3).fill('AWSLambdaBasicExecutionRole'));
  expect(policies.byName('AWSLambdaBasicExecutionRole')).toMatchObject({
    path: '/service-role/',
    arn: basic,
    version: 'v1',
    deprecated: false,
  });
});

test.each([
  'arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole',
  'arn:aws:iam::123456789012:policy/AdministratorAccess',
  'arn:aws:iam::aws:policy/',
  'AWSLambdaBasicExecutionRole',
  '',
])('%j is the ARN of no managed policy', (arn) => {
  expect(policies.byArn(arn)).toBeUndefined();
});

test('a policy that functions use comes with its document, others with their name only', () => {
  expect(policies.byArn(basic)?.document).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*' }],
  });
  expect(policies.all().filter(({ document }) => document).length).toBe(62);
  expect(policies.byName('IAMFullAccess')).toMatchObject({ path: '/', document: undefined });
});

test('policies that AWS has withdrawn are known as such', () => {
  const withdrawn = policies.all().filter(({ deprecated }) => deprecated);
  expect(withdrawn.map(({ name }) => name)).toEqual([
    'AWSLambdaFullAccess',
    'AWSLambdaReadOnlyAccess',
    'AWSLambdaReplicatorInternal',
  ]);
});

test('a policy template has its parameters and statements', () => {
  expect(templates.template('SQSPollerPolicy')?.parameters.map(({ name }) => name)).toEqual(['QueueName']);
  expect(templates.template('SQSPollerPolicy')?.statements[0]?.['Action']).toContain('sqs:ReceiveMessage');
  expect(templates.template('sqspollerpolicy')).toBeUndefined();
  expect(templates.names().filter((name) => templates.template(name)?.statements.length === 0)).toEqual([]);
});

test('a connector is found by the types of its two ends, also by the names that SAM has for them', () => {
  const found = connectors.connector('AWS::Serverless::Function', 'AWS::Serverless::SimpleTable');
  expect(found).toMatchObject({ source: 'AWS::Lambda::Function', destination: 'AWS::DynamoDB::Table', grants: 'source-role' });
  expect(connectors.connector('AWS::SQS::Queue', 'AWS::Lambda::Function')?.combinations).toEqual([['Read', 'Write']]);
  expect(connectors.connector('AWS::S3::Bucket', 'AWS::Lambda::Function')?.write).toEqual([
    {
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
      SourceArn: '%{Source.Arn}',
      SourceAccount: '${AWS::AccountId}',
    },
  ]);
  expect(connectors.connector('AWS::Lambda::Function', 'AWS::ApiGateway::RestApi')).toBeUndefined();
});

test.each(['', '{', '[]', 'null', '{"policies": 1, "templates": [1, null], "connectors": {}}'])(
  'the broken text %j gives empty lookups',
  (text) => {
    expect(createManagedPolicies({ names: '', documents: text }).all()).toEqual([]);
    expect(createSamPolicyTemplates(text).names()).toEqual([]);
    expect(createSamConnectors(text).all()).toEqual([]);
  },
);
