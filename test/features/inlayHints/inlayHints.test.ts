import { expect, test } from 'vitest';
import { inlayHintsIn } from '../../../server/src/features/index.ts';
import { analysed, jsonTwin } from '../../harness/index.ts';

/** The text with its hints in it, between « and ». */
function withHints(text: string, languageId: 'yaml' | 'json' = 'yaml'): string {
  const hints = inlayHintsIn(analysed(text, languageId), { start: 0, end: text.length });
  return hints
    .toSorted((a, b) => b.at - a.at)
    .reduce((marked, { at, label }) => `${marked.slice(0, at)}«${label}»${marked.slice(at)}`, text);
}

/** Demands the hints that are marked in a text, and the same in JSON. */
function checkHints(marked: string): void {
  const text = marked.replaceAll(/«[^»]*»/g, '');
  expect(withHints(text)).toBe(marked);
  const labels = (all: string): readonly string[] => all.match(/«[^»]*»/g) ?? [];
  expect(labels(withHints(jsonTwin(text), 'json'))).toEqual(labels(marked));
}

test('how many actions a wildcard stands for', () => {
  checkHints(`Version: '2012-10-17'«identity policy»
Statement:
  - Effect: Allow
    Action:
      - sqs:Delete*«2 actions»
      - "s3:GetBucketLoc*"«1 action»
      - s3:GetObject
      - s3:Nothing*
    Resource: '*'
  - Effect: Deny
    Action: '*'«every action»
    Resource: '*'
`);
});

test('of what kind policies are, and whose', () => {
  checkHints(`Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt WorkerRole.Arn
  WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:«trust policy of WorkerRole»
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
      Policies:
        - PolicyName: use
          PolicyDocument:«execution role of Worker»
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: '*'
  Readers:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:«identity policy of Readers»
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: '*'
`);
});

test('a policy is that of what it is attached to', () => {
  checkHints(`Resources:
  Attached:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: a
      Roles:
        - !Ref SomeRole
        - named
      PolicyDocument:«identity policy of SomeRole and named»
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: '*'
  SomeRole:
    Type: AWS::IAM::Role
  Whole:
    Type: AWS::Lambda::ResourcePolicy
    Properties:
      ResourceArn: !GetAtt Worker.Arn
      PolicyDocument:«resource-based policy of Worker»
        Statement:
          - Effect: Allow
            Principal:
              Service: sns.amazonaws.com
            Action: lambda:InvokeFunction
            Resource: !GetAtt Worker.Arn
  Bucket:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: uploads
      PolicyDocument:«resource-based policy of uploads»
        Statement:
          - Effect: Deny
            Principal: '*'
            Action: s3:GetObject
            Resource: arn:aws:s3:::uploads/*
`);
});

test('what SAM adds', () => {
  checkHints(`Transform: AWS::Serverless-2016-10-31
Resources:
  Uploads:
    Type: AWS::S3::Bucket
  Worker:
    Type: AWS::Serverless::Function«SAM’s role adds logs, sqs»
    Properties:
      Policies:
        - Statement:«execution role of Worker»
            - Effect: Allow
              Action: s3:GetObject
              Resource: '*'
      Events:
        Upload:
          Type: S3«SAM adds WorkerUploadPermission»
          Properties:
            Bucket: !Ref Uploads
            Events: s3:ObjectCreated:*
        Poll:
          Type: SQS
          Properties:
            Queue: arn:aws:sqs:eu-west-1:123456789012:jobs
  Public:
    Type: AWS::Serverless::Function«SAM adds PublicUrlPublicPermissions, PublicURLInvokeAllowPublicAccess»
    Properties:
      Role: arn:aws:iam::123456789012:role/a
      FunctionUrlConfig:
        AuthType: NONE
  Link:
    Type: AWS::Serverless::Connector«SAM adds LinkWriteLambdaPermission»
    Properties:
      Source:
        Id: Uploads
      Destination:
        Id: Worker
      Permissions:
        - Write
`);
});

test('what SAM adds is told in full by the tooltip', () => {
  const text = `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        News:
          Type: SNS
          Properties:
            Topic: arn:aws:sns:eu-west-1:123456789012:news
`;
  const hints = inlayHintsIn(analysed(text), { start: 0, end: text.length });
  expect(hints.map(({ tooltip }) => tooltip)).toEqual([
    'This permission is part of Worker’s resource-based policy: it lets Amazon SNS (`sns.amazonaws.com`) call Worker, from `arn:aws:sns:eu-west-1:123456789012:news`.',
    '- `logs:CreateLogGroup`, `logs:CreateLogStream`, `logs:PutLogEvents` on `*` (WorkerRole (SAM))',
  ]);
});

test('only the hints in the range are given', () => {
  const statement = "        Statement: [{Effect: Allow, Action: 's3:Get*', Resource: '*'}]\n";
  const policy = (id: string): string =>
    `  ${id}:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n${statement}`;
  const text = `Resources:\n${policy('First')}${policy('Second')}${policy('Third')}`;
  const start = text.indexOf('Second');
  const hints = inlayHintsIn(analysed(text), { start, end: text.indexOf('Third') });
  expect(hints.map(({ label }) => label).sort()).toEqual(['63 actions', 'identity policy of Second']);
  const line = { start: text.indexOf('Statement', start), end: text.indexOf('Third') };
  expect(inlayHintsIn(analysed(text), line).map(({ label }) => label)).toEqual(['63 actions']);
});

test('a policy in a string has no hint of its kind', () => {
  const text = `Resources:
  Key:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties:
      ResourcePolicy: '{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "secretsmanager:Get*", "Resource": "*"}]}'
`;
  expect(inlayHintsIn(analysed(text), { start: 0, end: text.length }).map(({ label }) => label)).toEqual(['3 actions']);
});
