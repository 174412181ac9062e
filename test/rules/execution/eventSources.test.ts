import { expect, test } from 'vitest';
import type { Analysis } from '../../../server/src/analysis/index.ts';
import { fixAll } from '../../../server/src/features/index.ts';
import { missingExecutionPermission } from '../../../server/src/rules/execution/missingExecutionPermission.ts';
import { analysed, dedent, findingsOf, jsonTwin } from '../../harness/index.ts';

interface Case {
  readonly source: string;
  /** The mapping's properties besides `FunctionName`, in flow style. */
  readonly mapping: string;
  /** The function's properties, in flow style. */
  readonly properties?: string;
  /** The need of each finding, how grave it is, and the actions that are missing. */
  readonly lacks: readonly string[];
}

const NETWORK =
  'ec2:CreateNetworkInterface, ec2:DeleteNetworkInterface, ec2:DescribeNetworkInterfaces, ec2:DescribeSecurityGroups, ec2:DescribeSubnets, ec2:DescribeVpcs';
const KINESIS = 'kinesis:GetRecords, kinesis:GetShardIterator, kinesis:DescribeStream';
const KINESIS_LISTED = 'kinesis:DescribeStreamSummary, kinesis:ListShards';
const onFailure = (target: string) => `DestinationConfig: { OnFailure: { Destination: ${target} } }`;
const ACCESS =
  'SourceAccessConfigurations: [{ Type: VPC_SUBNET, URI: "subnet:subnet-1" }, { Type: VPC_SECURITY_GROUP, URI: "security_group:sg-1" }, { Type: SASL_SCRAM_512_AUTH, URI: !Ref Secret }]';

const CASES: readonly Case[] = [
  {
    source: 'a queue with a key of its own',
    mapping: 'EventSourceArn: !GetAtt Locked.Arn',
    lacks: ['error event-source: sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes', 'error key: kms:Decrypt'],
  },
  {
    source: 'a stream, with a queue for what failed',
    mapping: `EventSourceArn: !GetAtt Clicks.Arn, ${onFailure('!GetAtt Failed.Arn')}`,
    lacks: ['error destination: sqs:SendMessage', `error event-source: ${KINESIS}, ${KINESIS_LISTED}, kinesis:ListStreams`],
  },
  {
    source: 'a consumer of a stream, with a topic for what failed',
    mapping: `EventSourceArn: !Ref Fast, ${onFailure('!Ref Alarms')}`,
    lacks: [
      'error destination: sns:Publish',
      `error event-source: kinesis:SubscribeToShard, ${KINESIS}, kinesis:DescribeStreamConsumer, ${KINESIS_LISTED}`,
    ],
  },
  {
    source: 'a table, with a bucket for what failed',
    mapping: `EventSourceArn: !GetAtt Orders.StreamArn, ${onFailure('!GetAtt Files.Arn')}`,
    lacks: [
      'error destination: s3:PutObject, s3:ListBucket',
      'error event-source: dynamodb:GetRecords, dynamodb:GetShardIterator, dynamodb:DescribeStream, dynamodb:ListStreams',
    ],
  },
  {
    source: 'a cluster of Amazon MSK, with a bucket for what failed',
    mapping: `EventSourceArn: !Ref Cluster, Topics: [a], ${onFailure('!GetAtt Files.Arn')}`,
    lacks: [
      'error destination: s3:PutObject, s3:ListBucket',
      `error event-source: kafka:GetBootstrapBrokers, kafka:DescribeCluster, kafka:DescribeClusterV2, ${NETWORK}`,
    ],
  },
  {
    source: 'a Kafka cluster of one’s own, with a queue for what failed',
    mapping: `SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: [a.example.com] } }, Topics: [a], ${ACCESS}, ${onFailure('!GetAtt Failed.Arn')}`,
    lacks: [
      'error destination: sqs:SendMessage',
      `error event-source: secretsmanager:GetSecretValue, ${NETWORK}`,
      'error key: kms:Decrypt',
    ],
  },
  {
    source: 'a broker that only its VPC reaches',
    mapping:
      'EventSourceArn: !GetAtt Broker.Arn, Queues: [jobs], SourceAccessConfigurations: [{ Type: BASIC_AUTH, URI: !Ref Secret }]',
    lacks: [`error event-source: mq:DescribeBroker, secretsmanager:GetSecretValue, ${NETWORK}`, 'error key: kms:Decrypt'],
  },
  {
    source: 'a cluster of Amazon DocumentDB',
    mapping:
      'EventSourceArn: !Sub "arn:${AWS::Partition}:rds:${AWS::Region}:${AWS::AccountId}:cluster:${Documents}", DocumentDBEventSourceConfig: { DatabaseName: a }, SourceAccessConfigurations: [{ Type: BASIC_AUTH, URI: !Ref Secret }]',
    lacks: [
      `error event-source: rds:DescribeDBClusters, rds:DescribeDBClusterParameters, rds:DescribeDBSubnetGroups, secretsmanager:GetSecretValue, ${NETWORK}`,
      'error key: kms:Decrypt',
    ],
  },
  {
    source: 'a queue, for a function in a VPC that is traced',
    mapping: 'EventSourceArn: !GetAtt Failed.Arn',
    properties: 'VpcConfig: { SubnetIds: [subnet-1], SecurityGroupIds: [sg-1] }, TracingConfig: { Mode: Active }',
    lacks: [
      'error event-source: sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes',
      'error vpc: ec2:CreateNetworkInterface, ec2:DescribeNetworkInterfaces, ec2:DeleteNetworkInterface, ec2:DescribeSubnets, ec2:AssignPrivateIpAddresses, ec2:UnassignPrivateIpAddresses',
      'warning tracing: xray:PutTraceSegments, xray:PutTelemetryRecords',
    ],
  },
];

function templateFor({ mapping, properties = 'Description: nothing' }: Case, role = '!GetAtt Role.Arn'): string {
  return dedent(`
    Resources:
      Key: { Type: AWS::KMS::Key }
      Locked: { Type: AWS::SQS::Queue, Properties: { KmsMasterKeyId: !Ref Key } }
      Failed: { Type: AWS::SQS::Queue }
      Alarms: { Type: AWS::SNS::Topic }
      Files: { Type: AWS::S3::Bucket }
      Secret: { Type: AWS::SecretsManager::Secret, Properties: { KmsKeyId: !Ref Key } }
      Clicks: { Type: AWS::Kinesis::Stream }
      Fast: { Type: AWS::Kinesis::StreamConsumer, Properties: { ConsumerName: fast, StreamARN: !GetAtt Clicks.Arn } }
      Orders: { Type: AWS::DynamoDB::Table, Properties: { StreamSpecification: { StreamViewType: NEW_IMAGE } } }
      Cluster: { Type: AWS::MSK::Cluster }
      Broker: { Type: AWS::AmazonMQ::Broker, Properties: { BrokerName: jobs, PubliclyAccessible: false } }
      Documents: { Type: AWS::DocDB::DBCluster }
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
          ManagedPolicyArns:
            - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
      Worker: { Type: AWS::Lambda::Function, Properties: { Role: ${role}, ${properties} } }
      Mapping: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref Worker, ${mapping} } }
    `);
}

function lacksIn(analysis: Analysis): readonly string[] {
  return findingsOf(missingExecutionPermission, analysis)
    .map(({ severity, subject }) => `${severity} ${subject.need}: ${subject.actions?.join(', ')}`)
    .sort();
}

function inBoth(yaml: string): readonly Analysis[] {
  return [analysed(yaml), analysed(jsonTwin(yaml), 'json')];
}

for (const one of CASES) {
  test(`what ${one.source} takes, and the grants that mend it`, () => {
    for (const analysis of inBoth(templateFor(one))) {
      expect(lacksIn(analysis)).toEqual(one.lacks);
      const { text } = fixAll(analysis, (current) => findingsOf(missingExecutionPermission, current));
      expect(lacksIn(analysed(text, analysis.source.languageId)), text).toEqual([]);
    }
  });

  test(`what ${one.source} takes of a role that cannot be seen is not missing`, () => {
    for (const analysis of inBoth(templateFor(one, '!ImportValue role'))) expect(lacksIn(analysis)).toEqual([]);
  });
}
