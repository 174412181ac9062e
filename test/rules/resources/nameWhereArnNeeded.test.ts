import { describe, test } from 'vitest';
import { nameWhereArnNeeded } from '../../../server/src/rules/resources/nameWhereArnNeeded.ts';
import { BUCKET, QUEUE, rolePolicy, TABLE } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('a queue', () => {
  checkFix(
    nameWhereArnNeeded,
    rolePolicy(
      QUEUE,
      `
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: !Ref Orders
      `,
    ),
    rolePolicy(
      QUEUE,
      `
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: !GetAtt Orders.Arn
      `,
    ),
  );
});

test('in Fn::Sub', () => {
  checkFix(
    nameWhereArnNeeded,
    rolePolicy(
      TABLE,
      `
      - Effect: Allow
        Action: dynamodb:Query
        Resource: !Sub "\${Orders}/index/*"
      `,
    ),
    rolePolicy(
      TABLE,
      `
      - Effect: Allow
        Action: dynamodb:Query
        Resource: !Sub "\${Orders.Arn}/index/*"
      `,
    ),
  );
});

test('the role of a function', () => {
  checkFix(
    nameWhereArnNeeded,
    `
    Resources:
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
      Worker:
        Type: AWS::Lambda::Function
        Properties:
          Role: !Ref Role
          Runtime: nodejs22.x
          Handler: index.handler
          Code: {ZipFile: exports.handler = async () => {}}
    `,
    `
    Resources:
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
      Worker:
        Type: AWS::Lambda::Function
        Properties:
          Role: !GetAtt Role.Arn
          Runtime: nodejs22.x
          Handler: index.handler
          Code: {ZipFile: exports.handler = async () => {}}
    `,
  );
});

test.each([
  'AWS::SNS::Topic',
  'AWS::Batch::JobQueue',
  'AWS::Batch::JobDefinition',
  'AWS::ECS::TaskDefinition',
  'AWS::SecretsManager::Secret',
  'AWS::IAM::ManagedPolicy',
  'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::StateMachine',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::Lambda::Alias',
  'AWS::CertificateManager::Certificate',
  'AWS::Made::Up',
])('Ref of %s may be an ARN', (type) => {
  checkRule(
    nameWhereArnNeeded,
    rolePolicy(
      `
      Thing:
        Type: ${type}
      `,
      `
      - Effect: Allow
        Action: s3:GetObject
        Resource: !Ref Thing
      `,
    ),
  );
});

test('a name inside an ARN, a parameter', () => {
  checkRule(
    nameWhereArnNeeded,
    rolePolicy(
      BUCKET,
      `
      - Effect: Allow
        Action: s3:GetObject
        Resource: !Sub "arn:aws:s3:::\${Orders}/*"
      `,
    ),
  );
});

describe('a role with a path', () => {
  const project = (path: string, role: string): string => `
    Resources:
      Builder:
        Type: AWS::IAM::Role
        Properties:
          Path: ${path}
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Principal: {Service: codebuild.amazonaws.com}, Action: sts:AssumeRole}]
      Build:
        Type: AWS::CodeBuild::Project
        Properties:
          ServiceRole: ${role}
    `;

  test('is not found by its name', () => {
    checkFix(nameWhereArnNeeded, project('/builders/', '!Ref Builder'), project('/builders/', '!GetAtt Builder.Arn'));
  });

  test.each([
    ['/', '!Ref Builder'],
    ['!Ref AWS::StackName', '!Ref Builder'],
    ['/builders/', '!GetAtt Builder.Arn'],
    ['/builders/', '!Sub "arn:aws:iam::${AWS::AccountId}:role/builders/${Builder}"'],
  ])('with the path %s, %s is right', (path, role) => {
    checkRule(nameWhereArnNeeded, project(path, role));
  });
});
