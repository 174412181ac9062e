import { expect, test } from 'vitest';
import { display } from '../../../server/src/symbolic/index.ts';
import { coverage, inBothLanguages } from './fixture.ts';

interface Case {
  /** The row of the table. */
  readonly need: string;
  readonly subject: string;
  /** More properties of the function `Worker`, in flow style. */
  readonly properties?: string;
  /** More resources, each on a line. */
  readonly resources?: readonly string[];
  /** What is needed: `?` in front of what is only documented, the resource as an author would write it. */
  readonly needs: readonly string[];
  /** Statements that grant all that is required, in flow style. */
  readonly good: readonly string[];
  /** Statements that look right and are not. */
  readonly bad?: readonly string[];
}

const NETWORK = [
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
];
const onAnything = (actions: readonly string[], mark = '') => actions.map((action) => `${mark}${action} on *`);
const allow = (action: string, resource = '"*"') => `{ Effect: Allow, Action: ${action}, Resource: ${resource} }`;
const mapping = (properties: string) =>
  `Mapping: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref Worker, ${properties} } }`;
const QUEUE = 'Queue: { Type: AWS::SQS::Queue }';
const STREAM = 'Stream: { Type: AWS::Kinesis::Stream }';
const SECRET = 'Secret: { Type: AWS::SecretsManager::Secret }';
const LOGS = 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:';

const CASES: readonly Case[] = [
  {
    need: 'sqs',
    subject: 'Mapping',
    resources: [QUEUE, 'Other: { Type: AWS::SQS::Queue }', mapping('EventSourceArn: !GetAtt Queue.Arn')],
    needs: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'].map((action) => `${action} on \${Queue.Arn}`),
    good: [allow('["sqs:receive*", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]', '!GetAtt Queue.Arn')],
    bad: [allow('"sqs:*"', '!GetAtt Other.Arn')],
  },
  {
    need: 'kinesis',
    subject: 'Mapping',
    resources: [STREAM, mapping('EventSourceArn: !Sub "${Stream.Arn}"')],
    needs: [
      ...['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:DescribeStream'].map(
        (action) => `${action} on \${Stream.Arn}`,
      ),
      '?kinesis:DescribeStreamSummary on ${Stream.Arn}',
      '?kinesis:ListShards on ${Stream.Arn}',
      '?kinesis:ListStreams on *',
    ],
    good: [allow('["kinesis:Get*", "kinesis:DescribeStream"]', '!Sub "arn:aws:kinesis:*:*:stream/${Stream}"')],
  },
  {
    need: 'kinesis-consumer',
    subject: 'Mapping',
    resources: [
      STREAM,
      'Consumer: { Type: AWS::Kinesis::StreamConsumer, Properties: { ConsumerName: fast, StreamARN: !GetAtt Stream.Arn } }',
      mapping('EventSourceArn: !GetAtt Consumer.ConsumerARN'),
    ],
    needs: [
      'kinesis:SubscribeToShard on ${Consumer.ConsumerARN}',
      ...['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:DescribeStream'].map(
        (action) => `${action} on arn:\${AWS::Partition}:kinesis:\${AWS::Region}:\${AWS::AccountId}:stream/\${Stream}`,
      ),
      '?kinesis:DescribeStreamConsumer on ${Consumer.ConsumerARN}',
      ...['?kinesis:DescribeStreamSummary', '?kinesis:ListShards'].map(
        (action) => `${action} on arn:\${AWS::Partition}:kinesis:\${AWS::Region}:\${AWS::AccountId}:stream/\${Stream}`,
      ),
    ],
    good: [allow('"kinesis:*"', '[!GetAtt Stream.Arn, !Sub "${Stream.Arn}/consumer/*"]')],
    bad: [allow('"kinesis:*"', '!GetAtt Stream.Arn')],
  },
  {
    need: 'dynamodb',
    subject: 'Mapping',
    resources: ['Table: { Type: AWS::DynamoDB::Table }', mapping('EventSourceArn: !GetAtt Table.StreamArn')],
    needs: [
      ...['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream'].map(
        (action) => `${action} on \${Table.StreamArn}`,
      ),
      'dynamodb:ListStreams on *',
    ],
    good: [
      allow('["dynamodb:Get*", "dynamodb:DescribeStream"]', '!Sub "${Table.Arn}/stream/*"'),
      allow('"dynamodb:ListStreams"'),
    ],
    bad: [allow('["dynamodb:Get*", "dynamodb:DescribeStream"]', '!GetAtt Table.Arn'), allow('"dynamodb:ListStreams"')],
  },
  {
    need: 'msk',
    subject: 'Mapping',
    resources: ['Cluster: { Type: AWS::MSK::Cluster }', mapping('EventSourceArn: !Ref Cluster, Topics: [orders]')],
    needs: [
      'kafka:GetBootstrapBrokers on *',
      '?kafka:DescribeCluster on ${Cluster}',
      '?kafka:DescribeClusterV2 on ${Cluster}',
      ...onAnything(NETWORK, '?'),
    ],
    good: [allow('"kafka:GetBootstrapBrokers"')],
    bad: [allow('"kafka:Describe*"')],
  },
  {
    need: 'self-managed-kafka',
    subject: 'Mapping',
    resources: [
      SECRET,
      mapping(
        `SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: [a.example.com] } }, SourceAccessConfigurations: [
          { Type: VPC_SUBNET, URI: "subnet:subnet-1" }, { Type: VPC_SECURITY_GROUP, URI: "security_group:sg-1" },
          { Type: SASL_SCRAM_512_AUTH, URI: !Ref Secret }]`,
      ),
    ],
    needs: ['secretsmanager:GetSecretValue on ${Secret}', ...onAnything(NETWORK)],
    good: [allow('"secretsmanager:GetSecretValue"', '!Ref Secret'), allow('"ec2:*"')],
    bad: [allow('"secretsmanager:DescribeSecret"', '!Ref Secret'), allow('"ec2:*"')],
  },
  {
    need: 'mq',
    subject: 'Mapping',
    resources: [
      SECRET,
      'Broker: { Type: AWS::AmazonMQ::Broker, Properties: { PubliclyAccessible: false } }',
      mapping(
        'EventSourceArn: !GetAtt Broker.Arn, Queues: [jobs], SourceAccessConfigurations: [{ Type: BASIC_AUTH, URI: !Ref Secret }]',
      ),
    ],
    needs: ['mq:DescribeBroker on ${Broker.Arn}', 'secretsmanager:GetSecretValue on ${Secret}', ...onAnything(NETWORK)],
    good: [allow('"mq:DescribeBroker"', '!GetAtt Broker.Arn'), allow('"secretsmanager:Get*"'), allow('"ec2:*"')],
    bad: [allow('"mq:DescribeBroker"', '!GetAtt Broker.Arn'), allow('"secretsmanager:Get*"'), allow('"ec2:Describe*"')],
  },
  {
    need: 'documentdb',
    subject: 'Mapping',
    resources: [
      SECRET,
      'Cluster: { Type: AWS::DocDB::DBCluster }',
      mapping(
        `EventSourceArn: !Sub "arn:aws:rds:\${AWS::Region}:\${AWS::AccountId}:cluster:\${Cluster}",
          SourceAccessConfigurations: [{ Type: BASIC_AUTH, URI: !Ref Secret }]`,
      ),
    ],
    needs: [
      'rds:DescribeDBClusters on arn:aws:rds:${AWS::Region}:${AWS::AccountId}:cluster:${Cluster}',
      'rds:DescribeDBClusterParameters on arn:${AWS::Partition}:rds:${AWS::Region}:${AWS::AccountId}:cluster-pg:*',
      'rds:DescribeDBSubnetGroups on arn:${AWS::Partition}:rds:${AWS::Region}:${AWS::AccountId}:subgrp:*',
      'secretsmanager:GetSecretValue on ${Secret}',
      ...onAnything(NETWORK),
    ],
    good: [allow('["rds:Describe*", "secretsmanager:GetSecretValue", "ec2:*"]')],
    bad: [allow('["rds:DescribeDBClusters", "secretsmanager:GetSecretValue", "ec2:*"]')],
  },
  {
    need: 'mapping-on-failure',
    subject: 'Mapping',
    resources: [
      STREAM,
      'Bucket: { Type: AWS::S3::Bucket }',
      mapping('EventSourceArn: !GetAtt Stream.Arn, DestinationConfig: { OnFailure: { Destination: !GetAtt Bucket.Arn } }'),
    ],
    needs: ['s3:PutObject on ${Bucket.Arn}/*', '?s3:ListBucket on ${Bucket.Arn}'],
    good: [allow('"s3:PutObject"', '!Sub "arn:aws:s3:::${Bucket}/*"')],
    bad: [allow('"s3:PutObject"', '!GetAtt Bucket.Arn')],
  },
  {
    need: 'async-destination',
    subject: 'Config.OnSuccess',
    resources: [
      'Topic: { Type: AWS::SNS::Topic }',
      `Config: { Type: AWS::Lambda::EventInvokeConfig, Properties: { FunctionName: !Ref Worker, Qualifier: $LATEST,
        DestinationConfig: { OnSuccess: { Destination: !Ref Topic } } } }`,
    ],
    needs: ['sns:Publish on ${Topic}'],
    good: [allow('"sns:publish"', '!Ref Topic')],
    bad: [allow('"sns:Subscribe"', '!Ref Topic')],
  },
  {
    need: 'dead-letter',
    subject: 'Worker.DeadLetterConfig',
    properties: 'DeadLetterConfig: { TargetArn: !GetAtt Queue.Arn }',
    resources: [QUEUE],
    needs: ['sqs:SendMessage on ${Queue.Arn}'],
    good: [allow('"sqs:SendMessage"', '!GetAtt Queue.Arn')],
    bad: [allow('"sqs:SendMessageBatch"', '!GetAtt Queue.Arn')],
  },
  {
    need: 'vpc',
    subject: 'Worker.VpcConfig',
    properties: 'VpcConfig: { SubnetIds: [subnet-1], SecurityGroupIds: [sg-1] }',
    needs: [
      ...onAnything(['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface']),
      ...onAnything(['ec2:DescribeSubnets', 'ec2:AssignPrivateIpAddresses', 'ec2:UnassignPrivateIpAddresses'], '?'),
    ],
    good: [allow('"ec2:*NetworkInterface*"')],
    bad: [allow('"ec2:DescribeNetworkInterfaces"')],
  },
  {
    need: 'tracing',
    subject: 'Worker.TracingConfig',
    properties: 'TracingConfig: { Mode: Active }',
    needs: onAnything(['xray:PutTraceSegments', 'xray:PutTelemetryRecords']),
    good: [allow('"xray:Put*"')],
    bad: [allow('"xray:PutTraceSegments"')],
  },
  {
    need: 'logs',
    subject: 'Worker',
    needs: [
      `?logs:CreateLogGroup on ${LOGS}/aws/lambda/\${Worker}:*`,
      `logs:CreateLogStream on ${LOGS}/aws/lambda/\${Worker}:*`,
      `logs:PutLogEvents on ${LOGS}/aws/lambda/\${Worker}:*`,
    ],
    good: [allow('"logs:*"', '!Sub "arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/*"')],
    // The streams stand behind the group.
    bad: [allow('"logs:*"', '!Sub "arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/${Worker}"')],
  },
  {
    need: 'logs',
    subject: 'Worker.LoggingConfig',
    properties: 'LoggingConfig: { LogGroup: !Ref Group }',
    resources: ['Group: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: work } }'],
    needs: [`logs:CreateLogStream on ${LOGS}work:*`, `logs:PutLogEvents on ${LOGS}work:*`],
    good: [allow('["logs:CreateLogStream", "logs:PutLogEvents"]', '!GetAtt Group.Arn')],
    bad: [allow('"logs:*"', '!Sub "arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/*"')],
  },
  {
    need: 'durable',
    subject: 'Worker.DurableConfig',
    properties: 'FunctionName: worker, DurableConfig: { ExecutionTimeout: 60 }',
    needs: ['lambda:CheckpointDurableExecution on ${Worker.Arn}:*', 'lambda:GetDurableExecutionState on ${Worker.Arn}:*'],
    good: [allow('"lambda:*Durable*"', '!Sub "arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:worker:*"')],
    bad: [allow('"lambda:*Durable*"', '!Sub "arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:worker"')],
  },
  {
    need: 'elastic-file-system',
    subject: 'Worker.FileSystemConfigs',
    properties: 'FileSystemConfigs: [{ Arn: !GetAtt Access.Arn, LocalMountPath: /mnt/data }]',
    resources: [
      'Files: { Type: AWS::EFS::FileSystem }',
      'Access: { Type: AWS::EFS::AccessPoint, Properties: { FileSystemId: !Ref Files } }',
    ],
    needs: ['?elasticfilesystem:ClientMount on ${Files.Arn}', '?elasticfilesystem:ClientWrite on ${Files.Arn}'],
    good: [allow('"elasticfilesystem:Client*"', '!Sub "arn:aws:elasticfilesystem:*:*:file-system/${Files}"')],
  },
  {
    need: 's3-files',
    subject: 'Worker.FileSystemConfigs',
    properties: 'FileSystemConfigs: [{ Arn: !GetAtt Access.AccessPointArn, LocalMountPath: /mnt/data }]',
    resources: ['Access: { Type: AWS::S3Files::AccessPoint }'],
    needs: ['s3files:ClientMount on *', '?s3files:ClientWrite on *'],
    good: [allow('"s3files:ClientMount"')],
    bad: [allow('"elasticfilesystem:ClientMount"')],
  },
  {
    need: 's3-files',
    subject: 'Worker.FileSystemConfigs',
    properties:
      'FileSystemConfigs: [{ Arn: "arn:aws:s3files:eu-west-1:111122223333:file-system/fs-1/access-point/fsap-1", LocalMountPath: /mnt }]',
    needs: ['?s3files:ClientMount on *', '?s3files:ClientWrite on *'],
    good: [allow('"s3files:*"')],
  },
  {
    need: 'encryption-key',
    subject: 'Mapping',
    resources: [
      'Key: { Type: AWS::KMS::Key }',
      'Queue: { Type: AWS::SQS::Queue, Properties: { KmsMasterKeyId: !Ref Key } }',
      mapping('EventSourceArn: !GetAtt Queue.Arn'),
    ],
    needs: ['kms:Decrypt on ${Key.Arn}'],
    good: [allow('"kms:Decrypt"', '!GetAtt Key.Arn')],
    bad: [allow('"kms:Encrypt"', '!GetAtt Key.Arn')],
  },
  {
    need: 'lambda-insights',
    subject: 'Worker.Layers',
    properties: 'Layers: [!Sub "arn:aws:lambda:${AWS::Region}:580247275435:layer:LambdaInsightsExtension:53"]',
    needs: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'].map(
      (action) => `?${action} on ${LOGS}/aws/lambda-insights:*`,
    ),
    good: [allow('"logs:*"', '"arn:aws:logs:*:*:log-group:/aws/lambda-insights:*"')],
  },
  {
    need: 'application-signals',
    subject: 'Worker.Layers',
    properties: 'Layers: ["arn:aws:lambda:eu-west-1:615299751070:layer:AWSOpenTelemetryDistroJs:5"]',
    needs: ['?xray:PutTraceSegments on *'],
    good: [allow('"xray:PutTraceSegments"')],
  },
  {
    need: 'appconfig-extension',
    subject: 'Worker.Layers',
    properties: 'Layers: ["arn:aws:lambda:eu-west-1:434848589818:layer:AWS-AppConfig-Extension:110"]',
    needs: ['?appconfig:StartConfigurationSession on *', '?appconfig:GetLatestConfiguration on *'],
    good: [allow('"appconfig:*"')],
  },
];

function templateWith({ properties = '', resources = [] }: Case, statements: readonly string[]): string {
  return `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: work
          PolicyDocument: { Statement: [${statements.join(', ')}] }
  Worker: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn, ${properties} } }
${resources.map((line) => `  ${line}\n`).join('')}`;
}

const isRequired = (need: string) => !need.startsWith('?');

for (const one of CASES) {
  const { need, subject } = one;
  for (const [language, template] of inBothLanguages(templateWith(one, []))) {
    test(`${need} of ${subject} is needed and missing (${language})`, () => {
      const [found, ...others] = coverage('Worker', need, template);
      const needs = found?.actions.map(
        ({ action, grant }) => `${grant.level === 'required' ? '' : '?'}${action} on ${display(grant.written)}`,
      );
      expect(others).toEqual([]);
      expect(found?.need.subject).toBe(subject);
      expect(needs).toEqual(one.needs);
      expect(found?.actions.map(({ verdict }) => verdict)).toEqual(one.needs.map(() => 'missing'));
      expect(found?.verdict).toBe(one.needs.some(isRequired) ? 'missing' : 'unknown');
    });
  }
  for (const [language, template] of inBothLanguages(templateWith(one, one.good))) {
    test(`${need} of ${subject} is granted (${language})`, () => {
      const [found] = coverage('Worker', need, template);
      expect(found?.verdict).toBe('granted');
      const required = found?.actions.filter(({ grant }) => grant.level === 'required') ?? [];
      expect(new Set(required.map(({ verdict, grantedBy }) => `${verdict} by ${grantedBy.map(({ label }) => label)}`))).toEqual(
        new Set(required.length > 0 ? ['granted by work'] : []),
      );
    });
  }
  if (!one.bad) continue;
  for (const [language, template] of inBothLanguages(templateWith(one, one.bad))) {
    test(`${need} of ${subject} is missing in spite of a similar statement (${language})`, () => {
      expect(coverage('Worker', need, template).map(({ verdict }) => verdict)).toEqual(['missing']);
    });
  }
}
