import { expect, test } from 'vitest';
import type { Template } from '../../../server/src/cloudformation/index.ts';
import { needsOf } from '../../../server/src/lambda/needs/index.ts';
import { coverage, functionNamed, inBothLanguages } from './fixture.ts';

/** A property of a function, by what it is called in AWS's documentation, and what it asks of the execution role. */
interface Case {
  readonly property: string;
  /** The property of `AWS::Lambda::Function`, in flow style; absent where another resource holds it. */
  readonly plain?: string;
  /** The same for `AWS::Serverless::Function`, where SAM grants what it takes to the role that it makes. */
  readonly sam?: string;
  readonly resources?: readonly string[];
  /** The id of the need; absent where the execution role needs nothing. */
  readonly need?: string;
  /** AWS lists the actions, but may work without. */
  readonly isOnlyDocumented?: boolean;
  /** Statements that grant it, in flow style. */
  readonly good?: readonly string[];
}

const allow = (action: string, resource = '"*"') => `{ Effect: Allow, Action: ${action}, Resource: ${resource} }`;
const QUEUE = 'Queue: { Type: AWS::SQS::Queue }';
const TOPIC = 'Topic: { Type: AWS::SNS::Topic }';
const layer = (name: string) => `Layers: ["arn:aws:lambda:eu-west-1:111122223333:layer:${name}:1"]`;
const destination = (target: string) =>
  `Config: { Type: AWS::Lambda::EventInvokeConfig, Properties: { FunctionName: !Ref Worker, Qualifier: $LATEST, DestinationConfig: { OnFailure: { Destination: ${target} } } } }`;
const samDestination = (type: string, target: string) =>
  `EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: ${type}, Destination: ${target} } } }`;

/** Source: the pages of the properties in the Lambda Developer Guide; what SAM grants: samtranslator/model/sam_resources.py. */
const CASES: readonly Case[] = [
  {
    property: 'logs',
    plain: 'Handler: a',
    sam: 'Handler: a',
    need: 'logs',
    good: [allow('["logs:CreateLog*", "logs:PutLogEvents"]')],
  },
  {
    property: 'LoggingConfig.LogGroup',
    plain: 'LoggingConfig: { LogGroup: orders }',
    sam: 'LoggingConfig: { LogGroup: orders }',
    need: 'logs',
    good: [allow('"logs:*"', '"arn:aws:logs:*:*:log-group:orders:*"')],
  },
  {
    property: 'VpcConfig',
    plain: 'VpcConfig: { SubnetIds: [subnet-1], SecurityGroupIds: [sg-1] }',
    sam: 'VpcConfig: { SubnetIds: [subnet-1], SecurityGroupIds: [sg-1] }',
    need: 'vpc',
    good: [allow('"ec2:*"')],
  },
  {
    property: 'TracingConfig',
    plain: 'TracingConfig: { Mode: Active }',
    sam: 'Tracing: Active',
    need: 'tracing',
    good: [allow('"xray:*"')],
  },
  {
    property: 'DeadLetterConfig with a queue',
    plain: 'DeadLetterConfig: { TargetArn: !GetAtt Queue.Arn }',
    sam: 'DeadLetterQueue: { Type: SQS, TargetArn: !GetAtt Queue.Arn }',
    resources: [QUEUE],
    need: 'dead-letter',
    good: [allow('"sqs:SendMessage"', '!GetAtt Queue.Arn')],
  },
  {
    property: 'DeadLetterConfig with a topic',
    plain: 'DeadLetterConfig: { TargetArn: !Ref Topic }',
    sam: 'DeadLetterQueue: { Type: SNS, TargetArn: !Ref Topic }',
    resources: [TOPIC],
    need: 'dead-letter',
    good: [allow('"sns:Publish"', '!Ref Topic')],
  },
  {
    property: 'destination: a queue',
    sam: samDestination('SQS', '!GetAtt Queue.Arn'),
    resources: [QUEUE, destination('!GetAtt Queue.Arn')],
    need: 'async-destination',
    good: [allow('"sqs:SendMessage"', '!GetAtt Queue.Arn')],
  },
  {
    property: 'destination: a topic',
    sam: samDestination('SNS', '!Ref Topic'),
    resources: [TOPIC, destination('!Ref Topic')],
    need: 'async-destination',
    good: [allow('"sns:Publish"', '!Ref Topic')],
  },
  {
    property: 'destination: a function',
    sam: samDestination('Lambda', '!GetAtt Next.Arn'),
    resources: ['Next: { Type: AWS::Lambda::Function }', destination('!GetAtt Next.Arn')],
    need: 'async-destination',
    good: [allow('"lambda:InvokeFunction"', '!GetAtt Next.Arn')],
  },
  {
    property: 'destination: an event bus',
    sam: samDestination('EventBridge', '!GetAtt Bus.Arn'),
    resources: ['Bus: { Type: AWS::Events::EventBus, Properties: { Name: orders } }', destination('!GetAtt Bus.Arn')],
    need: 'async-destination',
    good: [allow('"events:PutEvents"', '!Sub "arn:aws:events:*:*:event-bus/orders"')],
  },
  {
    property: 'destination: a bucket',
    sam: samDestination('S3Bucket', '!GetAtt Bucket.Arn'),
    resources: ['Bucket: { Type: AWS::S3::Bucket }', destination('!GetAtt Bucket.Arn')],
    need: 'async-destination',
    good: [allow('"s3:*"', '[!GetAtt Bucket.Arn, !Sub "${Bucket.Arn}/*"]')],
  },
  {
    property: 'FileSystemConfigs with Amazon EFS',
    plain: 'FileSystemConfigs: [{ Arn: !GetAtt Access.Arn, LocalMountPath: /mnt/data }]',
    resources: [
      'Files: { Type: AWS::EFS::FileSystem }',
      'Access: { Type: AWS::EFS::AccessPoint, Properties: { FileSystemId: !Ref Files } }',
    ],
    need: 'elastic-file-system',
    isOnlyDocumented: true,
    good: [allow('"elasticfilesystem:Client*"', '!GetAtt Files.Arn')],
  },
  {
    property: 'FileSystemConfigs with Amazon S3 Files',
    plain: 'FileSystemConfigs: [{ Arn: !GetAtt Access.AccessPointArn, LocalMountPath: /mnt/data }]',
    resources: ['Access: { Type: AWS::S3Files::AccessPoint }'],
    need: 's3-files',
    good: [allow('"s3files:Client*"')],
  },
  { property: 'KmsKeyArn', plain: 'KmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/a"' },
  { property: 'Code.SourceKMSKeyArn', plain: 'Code: { SourceKMSKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/a" }' },
  { property: 'Code.S3ObjectStorageMode', plain: 'Code: { S3Bucket: a, S3Key: b, S3ObjectStorageMode: REFERENCE }' },
  {
    property: 'Code.ImageUri',
    plain: 'PackageType: Image, Code: { ImageUri: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/a:b" }',
  },
  { property: 'Layers', plain: layer('mine') },
  {
    property: 'Layers: Lambda Insights',
    plain: layer('LambdaInsightsExtension'),
    need: 'lambda-insights',
    isOnlyDocumented: true,
    good: [allow('"logs:*"')],
  },
  {
    property: 'Layers: Application Signals',
    plain: layer('AWSOpenTelemetryDistroPython'),
    need: 'application-signals',
    isOnlyDocumented: true,
    good: [allow('"xray:PutTraceSegments"')],
  },
  {
    property: 'Layers: parameters and secrets, of which one is enough',
    plain: layer('AWS-Parameters-and-Secrets-Lambda-Extension-Arm64'),
    need: 'parameters-and-secrets-extension',
    isOnlyDocumented: true,
    good: [allow('"ssm:GetParameter"')],
  },
  {
    property: 'Layers: AWS AppConfig',
    plain: layer('AWS-AppConfig-Extension'),
    need: 'appconfig-extension',
    isOnlyDocumented: true,
    good: [allow('"appconfig:*"')],
  },
  { property: 'SnapStart', plain: 'SnapStart: { ApplyOn: PublishedVersions }' },
  {
    property: 'DurableConfig',
    plain: 'DurableConfig: { ExecutionTimeout: 60 }',
    sam: 'DurableConfig: { ExecutionTimeout: 60 }',
    need: 'durable',
    good: [allow('"lambda:*Durable*"', '!Sub "${Worker.Arn}:*"')],
  },
  {
    property: 'CapacityProviderConfig',
    plain: 'CapacityProviderConfig: { LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: a } }',
  },
  { property: 'TenancyConfig', plain: 'TenancyConfig: { TenantIsolationMode: PER_TENANT }' },
  { property: 'CodeSigningConfigArn', plain: 'CodeSigningConfigArn: a' },
  { property: 'ReservedConcurrentExecutions', plain: 'ReservedConcurrentExecutions: 1' },
  {
    property: 'ProvisionedConcurrencyConfig',
    resources: [
      'Live: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !Ref Worker, Name: live, FunctionVersion: "1", ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 1 } } }',
    ],
  },
  { property: 'RecursiveLoop', plain: 'RecursiveLoop: Allow' },
  { property: 'RuntimeManagementConfig', plain: 'RuntimeManagementConfig: { UpdateRuntimeOn: Auto }' },
  // Whether the role trusts Lambda is asked by the rule role-not-assumable-by-lambda.
  { property: 'Role', plain: 'Description: nothing' },
  {
    property: 'a function URL',
    resources: ['Url: { Type: AWS::Lambda::Url, Properties: { TargetFunctionArn: !Ref Worker, AuthType: NONE } }'],
  },
  {
    property: 'Events',
    sam: 'Events: { Jobs: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn } } }',
    resources: [
      QUEUE,
      'Mapping: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref Worker, EventSourceArn: !GetAtt Queue.Arn } }',
    ],
    need: 'sqs',
    good: [allow('"sqs:*"', '!GetAtt Queue.Arn')],
  },
  // What the code does with the name cannot be told.
  { property: 'Environment', plain: 'Environment: { Variables: { QUEUE: !Ref Queue } }', resources: [QUEUE] },
];

const lines = (resources: readonly string[]) => resources.map((line) => `  ${line}\n`).join('');

function withRole(role: string, statements: readonly string[], { plain = '', resources = [] }: Case): string {
  return `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies: [{ PolicyName: work, PolicyDocument: { Statement: [${statements.join(', ')}] } }]
  Worker: { Type: AWS::Lambda::Function, Properties: { Role: ${role}, ${plain} } }
${lines(resources)}`;
}

/** The verdicts on the need in YAML and in JSON, which have to be the same. */
function verdicts(yaml: string, need: string): readonly string[] {
  const [first, ...others] = inBothLanguages(yaml).map(([, template]) => verdictsIn(template, need));
  for (const other of others) expect(other).toEqual(first);
  return first ?? [];
}

function verdictsIn(template: Template, need: string): readonly string[] {
  return coverage('Worker', need, template).map(({ verdict }) => verdict);
}

test('the cases are the 35 properties that the documentation speaks of', () => {
  expect(new Set(CASES.map(({ property }) => property)).size).toBe(35);
});

for (const one of CASES) {
  const { property, need, sam, good = [], isOnlyDocumented = false, resources = [] } = one;
  if (need === undefined) {
    test(`${property} asks nothing of the execution role`, () => {
      for (const [language, template] of inBothLanguages(withRole('!GetAtt Role.Arn', [], one))) {
        const needs = needsOf(functionNamed('Worker', template), template).map(({ definition }) => definition.id);
        expect(needs, language).toEqual(['logs']);
      }
    });
    continue;
  }
  test(`${property} without a grant`, () => {
    expect(verdicts(withRole('!GetAtt Role.Arn', [], one), need)).toEqual([isOnlyDocumented ? 'unknown' : 'missing']);
  });
  test(`${property} with a grant`, () => {
    expect(verdicts(withRole('!GetAtt Role.Arn', good, one), need)).toEqual(['granted']);
  });
  test(`${property} with a role that cannot be seen`, () => {
    expect(verdicts(withRole('!ImportValue role', [], one), need)).toEqual(['unknown']);
  });
  if (sam === undefined) continue;
  test(`${property} with the role that SAM makes`, () => {
    const ownOnes = resources.filter((line) => !/^(?:Config|Mapping):/.test(line));
    const yaml = `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker: { Type: AWS::Serverless::Function, Properties: { ${sam} } }
${lines(ownOnes)}`;
    expect(verdicts(yaml, need)).toEqual(['granted']);
  });
}
