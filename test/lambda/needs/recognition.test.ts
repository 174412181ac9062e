import { expect, test } from 'vitest';
import { needsOf } from '../../../server/src/lambda/needs/index.ts';
import { coverage, functionNamed, inBothLanguages, templateOf } from './fixture.ts';

/** The needs of `Worker`, logs left out: `sqs of Mapping`. */
function needs(resources: string, template = templateOf(`Resources:\n${resources}`)): readonly string[] {
  return needsOf(functionNamed('Worker', template), template)
    .filter(({ kind }) => kind !== 'logs')
    .map(({ definition, subject }) => `${definition.id} of ${subject}`);
}

const WORKER = '  Worker: { Type: AWS::Lambda::Function, Properties: { FunctionName: worker } }\n';
const mapping = (properties: string) =>
  `${WORKER}  Mapping: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: worker, ${properties} } }\n`;

test('the kind of an event source follows from its ARN', () => {
  const kinds = {
    'arn:aws:sqs:eu-west-1:111122223333:jobs': 'sqs',
    'arn:aws-cn:kinesis:cn-north-1:111122223333:stream/clicks': 'kinesis',
    'arn:aws:kinesis:eu-west-1:111122223333:stream/clicks/consumer/fast:1': 'kinesis-consumer',
    'arn:aws:dynamodb:eu-west-1:111122223333:table/orders/stream/2026-01-01T00:00:00.000': 'dynamodb',
    'arn:aws:kafka:eu-west-1:111122223333:cluster/orders/abc': 'msk',
    'arn:aws:mq:eu-west-1:111122223333:broker:orders:b-1': 'mq',
    'arn:aws:rds:eu-west-1:111122223333:cluster:orders': 'documentdb',
  };
  for (const [arn, kind] of Object.entries(kinds))
    expect(needs(mapping(`EventSourceArn: "${arn}"`))).toEqual([`${kind} of Mapping`]);
});

test('a source of which nothing is known needs nothing', () => {
  expect(needs(mapping('EventSourceArn: !ImportValue source'))).toEqual([]);
  expect(needs(mapping('EventSourceArn: !GetAtt Nested.Outputs.Arn'))).toEqual([]);
  expect(needs(mapping('EventSourceArn: "arn:aws:sns:eu-west-1:111122223333:topic"'))).toEqual([]);
});

test('other properties tell the kind where the ARN does not', () => {
  expect(needs(mapping('EventSourceArn: !ImportValue a, Queues: [jobs]'))).toEqual(['mq of Mapping']);
  expect(needs(mapping('EventSourceArn: !ImportValue a, DocumentDBEventSourceConfig: {}'))).toEqual(['documentdb of Mapping']);
  expect(needs(mapping('EventSourceArn: !ImportValue a, AmazonManagedKafkaEventSourceConfig: {}'))).toEqual(['msk of Mapping']);
});

test('a mapping of an alias or a version is a mapping of the function', () => {
  const alias = '  Live: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !Ref Worker, Name: live } }\n';
  const source = 'EventSourceArn: "arn:aws:sqs:eu-west-1:111122223333:jobs"';
  for (const name of ['!Ref Live', '!Sub "${Worker.Arn}:7"', '!GetAtt Worker.Arn', '"worker:live"']) {
    const resource = `  Mapping: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: ${name}, ${source} } }\n`;
    expect(needs(WORKER + alias + resource), name).toEqual(['sqs of Mapping']);
  }
  const other = `  Mapping: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: another, ${source} } }\n`;
  expect(needs(WORKER + other)).toEqual([]);
});

test('the type of a SAM event tells the kind whatever the source is', () => {
  const yaml = `Transform: AWS::Serverless-2016-10-31
Parameters: { Source: { Type: String } }
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Role: !ImportValue role
      EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: SQS } } }
      Events:
        Jobs: { Type: SQS, Properties: { Queue: !Ref Source } }
        Clicks: { Type: Kinesis, Properties: { Stream: !Ref Source, DestinationConfig: { OnFailure: { Type: SNS, Destination: !Ref Source } } } }
        Orders: { Type: DynamoDB, Properties: { Stream: !Ref Source } }
        Topic: { Type: SNS, Properties: { Topic: !Ref Source, SqsSubscription: true } }
        Plain: { Type: SNS, Properties: { Topic: !Ref Source } }
`;
  for (const [language, template] of inBothLanguages(yaml)) {
    expect(needs('', template), language).toEqual([
      'async-destination of Worker.EventInvokeConfig.OnFailure',
      'dynamodb of Worker.Events.Orders',
      'kinesis of Worker.Events.Clicks',
      'mapping-on-failure of Worker.Events.Clicks',
      'sqs of Worker.Events.Jobs',
      'sqs of Worker.Events.Topic',
    ]);
  }
});

test('each branch of a condition has its own need, under its condition', () => {
  const template = templateOf(`Conditions: { Fast: !Equals [a, b] }
Resources:
  Queue: { Type: AWS::SQS::Queue }
  Stream: { Type: AWS::Kinesis::Stream }
${mapping('EventSourceArn: !If [Fast, !GetAtt Stream.Arn, !GetAtt Queue.Arn]')}`);
  const found = needsOf(functionNamed('Worker', template), template).filter(({ kind }) => kind === 'event-source');
  expect(found.map(({ definition, guard }) => [definition.id, guard])).toEqual([
    ['kinesis', [{ condition: 'Fast', holds: true }]],
    ['sqs', [{ condition: 'Fast', holds: false }]],
  ]);
});

test('what is switched off needs nothing', () => {
  const properties =
    'TracingConfig: { Mode: PassThrough }, VpcConfig: { SubnetIds: [], SecurityGroupIds: [] }, DeadLetterConfig: !Ref AWS::NoValue';
  expect(needs(`  Worker: { Type: AWS::Lambda::Function, Properties: { ${properties} } }\n`)).toEqual([]);
});

test('Globals count as the function’s own configuration', () => {
  const template = templateOf(`Transform: AWS::Serverless-2016-10-31
Globals: { Function: { Tracing: Active, VpcConfig: { SubnetIds: [subnet-1] } } }
Resources:
  Worker: { Type: AWS::Serverless::Function, Properties: { Tracing: PassThrough } }
`);
  expect(needs('', template)).toEqual(['vpc of Worker.VpcConfig']);
});

const keyTemplate = (principal: string) => `Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement: { Effect: Allow, Principal: ${principal}, Action: "kms:*", Resource: "*" }
  Queue: { Type: AWS::SQS::Queue, Properties: { KmsMasterKeyId: !GetAtt Key.Arn } }
  Role: { Type: AWS::IAM::Role }
${mapping('EventSourceArn: !GetAtt Queue.Arn')}`;

test('a key that lets the role in by its own policy needs no grant of the role', () => {
  const account = '{ AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }';
  expect(needs('', templateOf(keyTemplate(account)))).toContain('encryption-key of Mapping');
  expect(needs('', templateOf(keyTemplate('{ AWS: !GetAtt Role.Arn }')))).not.toContain('encryption-key of Mapping');
  expect(needs('', templateOf(keyTemplate('"*"')))).not.toContain('encryption-key of Mapping');
});

test('either way to describe a Kafka cluster is enough', () => {
  const template = templateOf(`Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies: [{ PolicyName: work, PolicyDocument: { Statement: { Effect: Allow, Action: "kafka:DescribeCluster", Resource: "*" } } }]
  Worker: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
  Cluster: { Type: AWS::MSK::Cluster }
  Mapping: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref Worker, EventSourceArn: !Ref Cluster } }
`);
  const [found] = coverage('Worker', 'msk', template);
  const verdicts = found?.actions
    .filter(({ action }) => action.startsWith('kafka:'))
    .map(({ action, verdict }) => [action, verdict]);
  expect(verdicts).toEqual([
    ['kafka:GetBootstrapBrokers', 'missing'],
    ['kafka:DescribeCluster', 'granted'],
    ['kafka:DescribeClusterV2', 'granted'],
  ]);
});

test('a serverless Kafka cluster is read with IAM authentication', () => {
  const cluster = '  Cluster: { Type: AWS::MSK::ServerlessCluster }\n';
  const template = templateOf(`Resources:\n${cluster}${mapping('EventSourceArn: !GetAtt Cluster.Arn')}`);
  const [msk] = needsOf(functionNamed('Worker', template), template).filter(({ kind }) => kind === 'event-source');
  const required = msk?.grants.filter(({ level }) => level === 'required').flatMap(({ actions }) => actions);
  expect(required).toContain('kafka-cluster:ReadData');
});
