import { expect, test } from 'vitest';
import { canonical, type Template } from '../../../server/src/cloudformation/index.ts';
import type { Grant } from '../../../server/src/lambda/index.ts';
import { display } from '../../../server/src/symbolic/index.ts';
import { inBothLanguages, roleOf, templateOf } from '../needs/fixture.ts';

const sam = (properties: string, more = '') => `Transform: AWS::Serverless-2016-10-31
Conditions: { Own: !Equals [a, b] }
Parameters: { Given: { Type: String }, Mode: { Type: String, Default: Disabled } }
Resources:
  Queue: { Type: AWS::SQS::Queue }
  Table: { Type: AWS::DynamoDB::Table }
  Worker: { Type: AWS::Serverless::Function, Properties: { ${properties} } }
${more}`;

const managed = (properties: string) => roleOf('Worker', templateOf(sam(properties))).managedPolicies;

test('SAM attaches managed policies for the configuration', () => {
  const basic = 'AWSLambdaBasicExecutionRole';
  expect(managed('Tracing: Active')).toEqual([basic, 'AWSXrayWriteOnlyAccess']);
  expect(managed('Tracing: PassThrough')).toEqual([basic, 'AWSXrayWriteOnlyAccess']);
  expect(managed('Tracing: !If [Own, Active, Disabled]')).toEqual([basic, 'AWSXrayWriteOnlyAccess']);
  expect(managed('Tracing: Disabled')).toEqual([basic]);
  expect(managed('Tracing: !Ref Mode')).toEqual([basic]);
  expect(managed('VpcConfig: { SubnetIds: [a] }')).toEqual([basic, 'AWSLambdaVPCAccessExecutionRole']);
  expect(managed('VpcConfig: !If [Own, { SubnetIds: [a] }, !Ref AWS::NoValue]')).toEqual([
    basic,
    'AWSLambdaVPCAccessExecutionRole',
  ]);
  expect(managed('VpcConfig: {}')).toEqual([basic]);
  expect(managed('DurableConfig: { ExecutionTimeout: 60 }')).toEqual(['AWSLambdaBasicDurableExecutionRolePolicy']);
});

test('SAM attaches managed policies for the events that Lambda polls', () => {
  const events = `Events: {
    A: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn } },
    B: { Type: SNS, Properties: { Topic: !Ref Given, SqsSubscription: true } },
    C: { Type: Kinesis, Properties: { Stream: !Ref Given } },
    D: { Type: DynamoDB, Properties: { Stream: !GetAtt Table.StreamArn } },
    E: { Type: MSK, Properties: { Stream: !Ref Given } },
    F: { Type: S3, Properties: { Bucket: !Ref Given } } }`;
  expect(managed(events)).toEqual([
    'AWSLambdaBasicExecutionRole',
    'AWSLambdaSQSQueueExecutionRole',
    'AWSLambdaKinesisExecutionRole',
    'AWSLambdaDynamoDBExecutionRole',
    'AWSLambdaMSKExecutionRole',
  ]);
});

test('the entries of Policies: names, ARNs, references, conditions', () => {
  const policies = `[AmazonSQSFullAccess, "arn:aws:iam::aws:policy/service-role/AWSLambdaRole", !Ref Own, !Ref Given,
    !If [Own, AmazonS3FullAccess, !Ref AWS::NoValue]]`;
  const own = '  Own: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: { Statement: [] } } }\n';
  const role = roleOf('Worker', templateOf(sam(`Policies: ${policies}`, own)));
  expect(role.managedPolicies).toEqual([
    'AWSLambdaBasicExecutionRole',
    'AmazonSQSFullAccess',
    'AWSLambdaRole',
    'Own',
    '${Given}',
    '${Own ? AmazonS3FullAccess : ${AWS::NoValue}}',
  ]);
  expect(role.complete).toBe(false);
});

test('a single entry stands for a list', () => {
  expect(managed('Policies: AmazonSQSFullAccess')).toEqual(['AWSLambdaBasicExecutionRole', 'AmazonSQSFullAccess']);
});

/** `label: action on resource` for each statement that is not of the basic policy. */
function grants(template: Template, logicalId = 'Worker'): readonly string[] {
  const { grants: all } = roleOf(logicalId, template);
  return all.filter(({ statement }) => !actionsOf(statement).includes('logs:')).map((grant) => describe(grant, template));
}

function describe({ label, source, statement, guard }: Grant, template: Template): string {
  const resources = statement.resources?.values.map(({ value }) => display(canonical(value, template))).join(' ');
  const condition = guard.map(({ condition: name, holds }) => ` if ${holds ? '' : 'not '}${name}`).join('');
  return `${source} ${label}: ${actionsOf(statement)} on ${resources}${condition}`;
}

function actionsOf({ actions }: Grant['statement']): string {
  return actions?.values.map(({ value }) => display(value)).join(' ') ?? '';
}

const inBoth = (yaml: string) => inBothLanguages(yaml).map(([, template]) => grants(template));
const twice = (expected: readonly string[]) => [expected, expected];

const QUEUE = 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}';

test('policy templates are filled in with what they are given', () => {
  const policies = `[{ SQSSendMessagePolicy: { QueueName: !GetAtt Queue.QueueName } }, { Statement: [{ Effect: Allow, Action: "a:B", Resource: "*" }] },
    !If [Own, { SQSSendMessagePolicy: { QueueName: other } }, !Ref AWS::NoValue]]`;
  expect(inBoth(sam(`Policies: ${policies}`))).toEqual(
    twice([
      `sam-policy-template SQSSendMessagePolicy: sqs:SendMessage* on ${QUEUE}`,
      'inline-policy WorkerRolePolicy1: a:B on *',
      'sam-policy-template SQSSendMessagePolicy: sqs:SendMessage* on arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:other if Own',
    ]),
  );
});

test('a policy template that SAM does not have leaves the role incomplete', () => {
  expect(roleOf('Worker', templateOf(sam('Policies: [{ NoSuchPolicy: {} }]'))).complete).toBe(false);
});

test('SAM lets the function send to its dead-letter queue and its destinations', () => {
  const properties = `DeadLetterQueue: { Type: SQS, TargetArn: !GetAtt Queue.Arn },
    EventInvokeConfig: { DestinationConfig: { OnSuccess: { Type: SNS }, OnFailure: { Type: EventBridge, Destination: "arn:aws:events:a:b:event-bus/c" } } },
    Events: { A: { Type: Kinesis, Properties: { Stream: "arn:aws:kinesis:a:b:stream/c", DestinationConfig: { OnFailure: { Type: S3, Destination: "arn:aws:s3:::d" } } } },
      B: { Type: Kinesis, Properties: { Stream: "arn:aws:kinesis:a:b:stream/c", DestinationConfig: { OnFailure: { Destination: "arn:aws:sqs:a:b:c" } } } } }`;
  expect(inBoth(sam(properties))).toEqual(
    twice([
      `sam-implicit WorkerRole (SAM): sqs:SendMessage on ${QUEUE}`,
      'sam-implicit WorkerRole (SAM): sns:Publish on arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:${WorkerEventInvokeConfigOnSuccessTopic.TopicName}',
      'sam-implicit WorkerRole (SAM): events:PutEvents on arn:aws:events:a:b:event-bus/c',
      'sam-implicit WorkerRole (SAM): s3:PutObject on arn:aws:s3:::d/*',
      'sam-implicit WorkerRole (SAM): s3:ListBucket on arn:aws:s3:::d',
    ]),
  );
});

test('SAM writes statements for the polled events without a managed policy', () => {
  const secret = 'SourceAccessConfigurations: [{ Type: BASIC_AUTH, URI: "secret" }]';
  const of = (type: string, properties: string) =>
    grants(templateOf(sam(`Events: { A: { Type: ${type}, Properties: { ${properties} } } }`))).map((line) =>
      line.replace('sam-implicit WorkerRole (SAM): ', ''),
    );
  const network =
    'ec2:CreateNetworkInterface ec2:DescribeNetworkInterfaces ec2:DeleteNetworkInterface ec2:DescribeVpcs ec2:DescribeSubnets ec2:DescribeSecurityGroups on *';
  expect(of('MQ', `Broker: broker, Queues: [a], SecretsManagerKmsKeyId: key, ${secret}`)).toEqual([
    'secretsmanager:GetSecretValue on secret',
    'mq:DescribeBroker on broker',
    'kms:Decrypt on arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/key',
  ]);
  expect(of('DocumentDB', `Cluster: cluster, DatabaseName: a, ${secret}`)).toEqual([
    'secretsmanager:GetSecretValue on secret',
    'rds:DescribeDBClusterParameters on arn:${AWS::Partition}:rds:${AWS::Region}:${AWS::AccountId}:cluster-pg:*',
    'rds:DescribeDBSubnetGroups on arn:${AWS::Partition}:rds:${AWS::Region}:${AWS::AccountId}:subgrp:*',
    'rds:DescribeDBClusters on cluster',
    network,
  ]);
  const kafka = `SourceAccessConfigurations: [{ Type: SASL_SCRAM_256_AUTH, URI: user }, { Type: SERVER_ROOT_CA_CERTIFICATE, URI: ca },
    { Type: VPC_SUBNET, URI: a }, { Type: VPC_SECURITY_GROUP, URI: b }]`;
  expect(of('SelfManagedKafka', `KafkaBootstrapServers: [a], Topics: [a], ${kafka}`)).toEqual([
    'secretsmanager:GetSecretValue on user',
    network,
  ]);
  const registry = `SchemaRegistryConfig: { SchemaRegistryURI: "arn:aws:glue:a:b:registry/orders", AccessConfigs: [] }`;
  const tls = 'SourceAccessConfigurations: [{ Type: CLIENT_CERTIFICATE_TLS_AUTH, URI: cert }]';
  const msk = of('MSK', `Stream: cluster, Topics: [a], ${tls}, ${registry}`);
  expect(msk).toEqual([
    'secretsmanager:GetSecretValue on cert',
    'glue:GetRegistry on arn:aws:glue:a:b:registry/orders',
    'glue:GetSchemaVersion on arn:${AWS::Partition}:glue:${AWS::Region}:${AWS::AccountId}:schema/orders/*',
  ]);
});

test('connectors grant to the role of the side that calls, generated or not', () => {
  const connectors = `  Own: { Type: AWS::IAM::Role }
  Other: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Own.Arn } }
  Send: { Type: AWS::Serverless::Connector, Properties: { Source: { Id: Worker }, Destination: { Id: Queue }, Permissions: [Write] } }
  Poll: { Type: AWS::Serverless::Connector, Properties: { Source: { Id: Queue }, Destination: { Id: Other }, Permissions: [Read, Write] } }
`;
  for (const [language, template] of inBothLanguages(sam('Handler: a', connectors))) {
    const queue = QUEUE;
    expect(grants(template), language).toEqual([
      `sam-connector Send: sqs:DeleteMessage sqs:SendMessage sqs:ChangeMessageVisibility sqs:PurgeQueue on ${queue}`,
    ]);
    expect(grants(template, 'Other'), language).toEqual([
      `sam-connector Poll: sqs:ReceiveMessage sqs:GetQueueAttributes on ${queue}`,
      `sam-connector Poll: sqs:DeleteMessage on ${queue}`,
    ]);
  }
});

test('an embedded connector grants like one of its own', () => {
  const yaml = `Transform: AWS::Serverless-2016-10-31
Resources:
  Table: { Type: AWS::Serverless::SimpleTable }
  Worker:
    Type: AWS::Serverless::Function
    Connectors: { Reading: { Properties: { Destination: { Id: Table }, Permissions: [Read] } } }
`;
  expect(grants(templateOf(yaml)).map((line) => line.slice(0, line.indexOf(':')))).toEqual(['sam-connector WorkerReading']);
});

test('a policy of the template may be attached to the role that SAM makes', () => {
  const policy =
    '  Extra: { Type: AWS::IAM::Policy, Properties: { Roles: [!Ref WorkerRole], PolicyDocument: { Statement: { Effect: Allow, Action: "a:B", Resource: "*" } } } }\n';
  expect(inBoth(sam('Handler: a', policy))).toEqual(twice(['inline-policy Extra: a:B on *']));
});
