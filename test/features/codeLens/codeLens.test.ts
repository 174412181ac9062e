import { expect, test } from 'vitest';
import { lensesOf, lensText } from '../../../server/src/features/index.ts';
import type { LanguageId } from '../../../server/src/text/sourceText.ts';
import { analysed, jsonTwin } from '../../harness/index.ts';

/** The lenses of a text, each with the word that it stands above. */
function lenses(text: string, languageId: LanguageId): readonly string[] {
  const analysis = analysed(text, languageId);
  return lensesOf(analysis)
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ span, subject }) => {
      const said = lensText(subject, analysis);
      const word = text.slice(span.start, span.end).replaceAll(/["\s]/g, '');
      return `${word}: ${said?.title}${said?.explains === undefined ? '' : ` [${said.explains}]`}`;
    });
}

/** Demands the lenses in YAML, and in JSON the same words. */
function checkLenses(text: string, expected: readonly string[]): void {
  expect(lenses(text, 'yaml')).toEqual(expected);
  const words = (all: readonly string[]): readonly string[] => all.map((lens) => lens.slice(lens.indexOf(': ')));
  expect(words(lenses(jsonTwin(text), 'json'))).toEqual(words(expected));
}

test('functions, roles, policies and triggers of a template', () => {
  checkLenses(
    `
Resources:
  Jobs:
    Type: AWS::SQS::Queue
  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Worker.Arn
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt WorkerRole.Arn
  WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
      Policies:
        - PolicyName: use
          PolicyDocument:
            Statement:
              - {Effect: Allow, Action: [logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents, s3:GetObject], Resource: '*'}
  OtherRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: sts:AssumeRole}]
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Jobs.Arn
      FunctionName: !Ref Worker
  JobsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Statement: [{Effect: Allow, Principal: '*', Action: sqs:SendMessage, Resource: !GetAtt Jobs.Arn}]
`,
    [
      '!GetAttWorker.Arn: ✗ Amazon S3 may not call Worker: a permission is missing [Worker]',
      'Worker: invoked by 2, 1 missing · may use 2 services, 1 missing [Worker]',
      'WorkerRole: execution role of Worker · may use 2 services [Worker]',
      'OtherRole: role that states.amazonaws.com may assume · may use 0 services',
      '!RefWorker: ✗ WorkerRole may not poll for Worker: a permission is missing [Worker]',
      'JobsPolicy: resource-based policy of Jobs · 1 statement',
    ],
  );
});

test('what SAM grants, and what cannot be known', () => {
  checkLenses(
    `
Transform: AWS::Serverless-2016-10-31
Parameters:
  RoleArn: {Type: String}
Resources:
  Uploads:
    Type: AWS::S3::Bucket
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Upload: {Type: S3, Properties: {Bucket: !Ref Uploads, Events: s3:ObjectCreated:*}}
        Poll: {Type: SQS, Properties: {Queue: arn:aws:sqs:eu-west-1:123456789012:jobs}}
        Daily: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}
  Lonely:
    Type: AWS::Serverless::Function
    Properties:
      Role: !Ref RoleArn
  Admin:
    Type: AWS::Serverless::Function
    Properties:
      Policies: [{Statement: {Effect: Allow, Action: '*', Resource: '*'}}]
`,
    [
      'Worker: invoked by 3 · may use 2 services [Worker]',
      'Upload: ✓ Amazon S3 may call Worker, by WorkerUploadPermission (SAM) [Worker]',
      'Poll: ✓ WorkerRole may poll for Worker [Worker]',
      'Daily: ✓ this may call Worker without a permission [Worker]',
      'Lonely: invoked by nothing in this file · its role is not in this file, 1 unknown [Lonely]',
      'Admin: invoked by nothing in this file · may use every service [Admin]',
    ],
  );
});

test('routes that call by one property share a lens', () => {
  const text = `
Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: HTTP}}
  Worker: {Type: AWS::Lambda::Function, Properties: {Role: arn:aws:iam::123456789012:role/a}}
  Integration:
    Type: AWS::ApiGatewayV2::Integration
    Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Worker.Arn}
  Read: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: GET /a, Target: !Sub integrations/\${Integration}}}
  Write: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: PUT /a, Target: !Sub integrations/\${Integration}}}
`;
  const triggers = lenses(text, 'yaml').filter((lens) => lens.startsWith('!GetAtt'));
  expect(triggers).toEqual(['!GetAttWorker.Arn: ✗ Amazon API Gateway may not call Worker: a permission is missing [Worker]']);
});

test('a service that calls with a role of its own', () => {
  const template = (service: string, action: string): string => `
Resources:
  Worker: {Type: AWS::Lambda::Function, Properties: {Role: arn:aws:iam::123456789012:role/a}}
  CallRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{Effect: Allow, Principal: {Service: ${service}}, Action: sts:AssumeRole}]
      Policies:
        - PolicyName: call
          PolicyDocument: {Statement: [{Effect: Allow, Action: ${action}, Resource: !GetAtt Worker.Arn}]}
  Timer:
    Type: AWS::Scheduler::Schedule
    Properties: {ScheduleExpression: rate(1 day), Target: {Arn: !GetAtt Worker.Arn, RoleArn: !GetAtt CallRole.Arn}}
`;
  const trigger = (text: string) => lenses(text, 'yaml').filter((lens) => lens.startsWith('!GetAtt'));
  expect(trigger(template('scheduler.amazonaws.com', 'lambda:InvokeFunction'))).toEqual([
    '!GetAttWorker.Arn: ✓ CallRole may call Worker [Worker]',
  ]);
  expect(trigger(template('scheduler.amazonaws.com', 'lambda:GetFunction'))).toEqual([
    '!GetAttWorker.Arn: ✗ CallRole may not call Worker: a permission is missing [Worker]',
  ]);
  expect(trigger(template('events.amazonaws.com', 'lambda:InvokeFunction'))).toEqual([
    '!GetAttWorker.Arn: ✗ CallRole may not call Worker: it does not trust scheduler.amazonaws.com [Worker]',
  ]);
});

test('a policy file has a lens for each policy, any other file has none', () => {
  checkLenses("Version: '2012-10-17'\nStatement: [{Effect: Allow, Action: s3:GetObject, Resource: '*'}]\n", [
    'Version: identity policy · 1 statement',
  ]);
  checkLenses('Name: something\n', []);
});

test('a lens whose subject is gone says nothing', () => {
  const analysis = analysed('Resources: {}\n');
  const subjects = [
    { kind: 'function', logicalId: 'Worker' },
    { kind: 'role', logicalId: 'Worker' },
    { kind: 'policy', logicalId: 'Worker' },
    { kind: 'policy-file', index: 3 },
    { kind: 'trigger', logicalId: 'Worker', property: 'a', functionId: 'Worker' },
  ] as const;
  expect(subjects.map((subject) => lensText(subject, analysis))).toEqual(subjects.map(() => undefined));
});
