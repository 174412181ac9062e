import { test } from 'vitest';
import { roleNotAssumableByLambda } from '../../../server/src/rules/execution/roleNotAssumableByLambda.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

function worker(trust: string, more = '', role = '!GetAtt WorkerRole.Arn'): string {
  return `
    Resources:
      WorkerRole:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            ${trust}
          ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]
      Worker:
        Type: AWS::Lambda::Function
        Properties: { Role: ${role}, Code: { ZipFile: a } }
      ${more}
    `;
}

const statement = (principal: string, more = 'Action: sts:AssumeRole'): string =>
  `Statement: [{ Effect: Allow, Principal: ${principal}, ${more} }]`;

const silent = (trust: string, more?: string, role?: string): void =>
  checkRule(roleNotAssumableByLambda, worker(trust, more, role));

test('a role that trusts Lambda, in whatever way', () => {
  silent(statement('{ Service: lambda.amazonaws.com }'));
  silent(statement('{ Service: [ec2.amazonaws.com, !Sub "lambda.${AWS::URLSuffix}"] }'));
  silent(statement('"*"'));
  silent(statement('{ Service: lambda.amazonaws.com }', 'Action: ["sts:*"]'));
});

test('a role of which that cannot be told', () => {
  silent(statement('{ Service: !Ref Trusted }'));
  silent('!Ref Policy');
  silent(
    `Statement: [!If [A, { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }, !Ref AWS::NoValue]]`,
  );
  silent(statement('{ Service: ec2.amazonaws.com }'), '', '!ImportValue role');
});

const UNTRUSTING = worker(
  `Statement:
              - Effect: Allow
                Principal:
                  Service: ec2.amazonaws.com
                Action: sts:AssumeRole`,
);

test('a role that trusts another service is told once for all its functions', () => {
  checkRule(
    roleNotAssumableByLambda,
    UNTRUSTING.replace(
      'AssumeRolePolicyDocument:\n',
      `AssumeRolePolicyDocument:
    #     ^^^^^^^^^^^^^^^^^^^^^^^^ error: WorkerRole does not trust Lambda, but is the execution role of Worker and Other: its trust policy lets nobody named lambda.amazonaws.com assume it, so the function cannot be created.\n`,
    ).replace('      \n', '      Other: { Type: AWS::Lambda::Function, Properties: { Role: !Ref WorkerRole } }\n'),
  );
});

test('a Deny, a condition that cannot hold and another action do not let Lambda in', () => {
  const marked = (trust: string): void =>
    checkRule(
      roleNotAssumableByLambda,
      worker(trust).replace(
        'AssumeRolePolicyDocument:\n',
        'AssumeRolePolicyDocument:\n    #     ^^^^^^^^^^^^^^^^^^^^^^^^ error: WorkerRole does not trust Lambda\n',
      ),
    );
  marked('Statement: [{ Effect: Deny, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]');
  marked(statement('{ Service: lambda.amazonaws.com }', 'Action: sts:TagSession'));
  marked(statement('{ AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }'));
});

test('Lambda is named beside the other service', () => {
  checkFix(
    roleNotAssumableByLambda,
    UNTRUSTING,
    worker(
      `Statement:
              - Effect: Allow
                Principal:
                  Service:
                    - ec2.amazonaws.com
                    - lambda.amazonaws.com
                Action: sts:AssumeRole`,
    ),
  );
});

test('a statement that lets nobody in stays as it is', () => {
  const denied = `Statement:
              - Effect: Deny
                Principal:
                  Service: ec2.amazonaws.com
                Action: sts:AssumeRole`;
  checkFix(
    roleNotAssumableByLambda,
    worker(denied),
    worker(
      `${denied}
              - Effect: Allow
                Principal:
                  Service: lambda.amazonaws.com
                Action: sts:AssumeRole`,
    ),
  );
  checkNoFix(
    roleNotAssumableByLambda,
    worker('Statement: { Effect: Deny, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }'),
  );
});

const DISTRIBUTION = `Distribution:
        Type: AWS::CloudFront::Distribution
        Properties:
          DistributionConfig:
            DefaultCacheBehavior:
              LambdaFunctionAssociations:
                - EventType: viewer-request
                  LambdaFunctionARN: !Ref Live
      Live: { Type: AWS::Lambda::Version, Properties: { FunctionName: !Ref Worker } }`;

test('a function at the edge needs a role that trusts Lambda@Edge too', () => {
  const trust = (services: string): string => `Statement:
              - Effect: Allow
                Principal:
                  Service:
                    ${services}
                Action: sts:AssumeRole`;
  const both = '- lambda.amazonaws.com\n                    - edgelambda.amazonaws.com';
  const lacking = worker(trust('- lambda.amazonaws.com'), DISTRIBUTION);
  checkRule(
    roleNotAssumableByLambda,
    lacking.replace(
      'AssumeRolePolicyDocument:\n',
      'AssumeRolePolicyDocument:\n    #     ^^^^^^^^^^^^^^^^^^^^^^^^ error: WorkerRole does not trust Lambda@Edge\n',
    ),
  );
  checkFix(roleNotAssumableByLambda, lacking, worker(trust(both), DISTRIBUTION));
  silent(trust(both), DISTRIBUTION);
});

test('so does the role that SAM makes', () => {
  const sam = (properties: string): string => `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Handler: index.handler
          Runtime: nodejs22.x
          CodeUri: src
          ${properties}
      ${DISTRIBUTION}
    `;
  checkFix(
    roleNotAssumableByLambda,
    sam('AutoPublishAlias: live'),
    sam(`AutoPublishAlias: live
          AssumeRolePolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Principal:
                  Service:
                    - lambda.amazonaws.com
                    - edgelambda.amazonaws.com
                Action: sts:AssumeRole`),
  );
});
