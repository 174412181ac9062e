import { expect, test } from 'vitest';
import { trustPolicy } from '../../../server/src/rules/support/samples.ts';
import { misplacedStatement } from '../../../server/src/rules/trust/misplacedStatement.ts';
import { analysed, checkFix, checkNoFix, checkRule, findingsOf } from '../../harness/index.ts';

test('a principal in a policy of a function goes', () => {
  checkFix(
    misplacedStatement,
    `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Runtime: nodejs22.x
          Handler: index.handler
          CodeUri: src
          Policies:
            - Statement:
                - Effect: Allow
                  Principal: "*"
                  Action: s3:GetObject
                  Resource: arn:aws:s3:::orders/*
    `,
    `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Runtime: nodejs22.x
          Handler: index.handler
          CodeUri: src
          Policies:
            - Statement:
                - Effect: Allow
                  Action: s3:GetObject
                  Resource: arn:aws:s3:::orders/*
    `,
  );
});

test('a statement on assuming the role moves to its trust policy', () => {
  checkFix(
    misplacedStatement,
    `
    Resources:
      Worker:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: { Service: lambda.amazonaws.com }
                Action: sts:AssumeRole
          Policies:
            - PolicyName: read
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::orders/*
                  - Effect: Allow
                    Principal: { Service: edgelambda.amazonaws.com }
                    Action: sts:AssumeRole
    `,
    `
    Resources:
      Worker:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: { Service: lambda.amazonaws.com }
                Action: sts:AssumeRole
              - Effect: Allow
                Principal:
                  Service: edgelambda.amazonaws.com
                Action: sts:AssumeRole
          Policies:
            - PolicyName: read
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::orders/*
    `,
  );
});

test('the only statement of a trust policy gets the action that was meant', () => {
  const policy = (action: string): string =>
    trustPolicy(`
  Effect: Allow
  Principal: { Service: lambda.amazonaws.com }
  Action: ${action}
  `);
  checkFix(misplacedStatement, policy('lambda:InvokeFunction'), policy('sts:AssumeRole'));
});

test('actions beside sts:AssumeRole move to the policies of the role', () => {
  checkFix(
    misplacedStatement,
    trustPolicy(`
    - Effect: Allow
      Principal: { Service: lambda.amazonaws.com }
      Action:
        - sts:AssumeRole
        - logs:CreateLogGroup
    `),
    `
    Resources:
      Worker:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: { Service: lambda.amazonaws.com }
                Action: sts:AssumeRole
          Policies:
            - PolicyName: ExecutionPermissions
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: logs:CreateLogGroup
                    Resource: "*"
    `,
    { title: 'Move logs:CreateLogGroup to the policies of Worker' },
  );
});

test('a whole statement moves with its resource', () => {
  checkFix(
    misplacedStatement,
    trustPolicy(`
    - Effect: Allow
      Principal: { Service: lambda.amazonaws.com }
      Action: sts:AssumeRole
    - Effect: Allow
      Action: [s3:GetObject, s3:PutObject]
      Resource: arn:aws:s3:::orders/*
    `),
    `
    Resources:
      Worker:
        Type: AWS::IAM::Role
        Properties:
          Policies:
            - PolicyName: ExecutionPermissions
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: [s3:GetObject, s3:PutObject]
                    Resource: arn:aws:s3:::orders/*
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: { Service: lambda.amazonaws.com }
                Action: sts:AssumeRole
    `,
    { title: 'Move the actions to the policies of Worker' },
  );
});

const QUEUE = `
    Resources:
      Jobs:
        Type: AWS::SQS::Queue
      JobsPolicy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Jobs]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow`;

test('polling: Lambda never comes as a service principal', () => {
  checkRule(
    misplacedStatement,
    `${QUEUE}
                Principal: { Service: lambda.amazonaws.com }
                Action: [sqs:ReceiveMessage, sqs:DeleteMessage]
                #        ^^^^^^^^^^^^^^^^^^ warning: This statement of JobsPolicy lets nobody in
                Resource: !GetAtt Jobs.Arn
    `,
  );
});

test('an error where the execution role lacks what polling needs', () => {
  const text = `${QUEUE}
                Principal: { Service: lambda.amazonaws.com }
                Action: sqs:ReceiveMessage
                Resource: !GetAtt Jobs.Arn
      WorkerRole:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }
      Worker:
        Type: AWS::Lambda::Function
        Properties:
          Role: !GetAtt WorkerRole.Arn
          Runtime: nodejs22.x
          Handler: index.handler
          Code: { ZipFile: "exports.handler = async () => {};" }
      Polling:
        Type: AWS::Lambda::EventSourceMapping
        Properties:
          FunctionName: !Ref Worker
          EventSourceArn: !GetAtt Jobs.Arn
    `;
  expect(findingsOf(misplacedStatement, analysed(text)).map(({ severity, outcome }) => [severity, outcome])).toEqual([
    ['error', 'access-denied'],
  ]);
});

test('a permission of a function in the policy of a queue', () => {
  const text = `${QUEUE}
                Action: dynamodb:PutItem
                #       ^^^^^^^^^^^^^^^^ error: dynamodb:PutItem has no place in JobsPolicy
                Resource: "*"
    `;
  checkRule(misplacedStatement, text);
  checkNoFix(misplacedStatement, text);
});

test('nothing where the statement belongs, or where that is open', () => {
  checkRule(
    misplacedStatement,
    `
    Resources:
      JobsPolicy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [jobs]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - { Effect: Allow, Principal: { Service: sns.amazonaws.com }, Action: sqs:SendMessage, Resource: "*" }
              - { Effect: Allow, Principal: { Service: [lambda.amazonaws.com, sns.amazonaws.com] }, Action: sqs:ReceiveMessage, Resource: "*" }
              - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: !Ref Actions, Resource: "*" }
      Worker:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: [sts:AssumeRole, sts:TagSession] }
              - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: "*" }
              - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sst:AssumeRole }
              - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: !Ref Action }
    `,
  );
});
