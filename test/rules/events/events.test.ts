import { describe, expect, test } from 'vitest';
import { connectorWithoutTransform } from '../../../server/src/rules/events/connectorWithoutTransform.ts';
import { fifoBatchSize } from '../../../server/src/rules/events/fifoBatchSize.ts';
import { EVENT_RULES } from '../../../server/src/rules/events/index.ts';
import { recursiveTrigger } from '../../../server/src/rules/events/recursiveTrigger.ts';
import { startingPosition } from '../../../server/src/rules/events/startingPosition.ts';
import { subscriptionProtocol } from '../../../server/src/rules/events/subscriptionProtocol.ts';
import { tooManySubscriptionFilters } from '../../../server/src/rules/events/tooManySubscriptionFilters.ts';
import { visibilityTimeoutTooShort } from '../../../server/src/rules/events/visibilityTimeoutTooShort.ts';
import { analysed, checkFix, checkNoFix, checkRule, findingsOf } from '../../harness/index.ts';

interface Parts {
  readonly queue?: string;
  readonly mapping?: string;
  readonly timeout?: string;
}

/** A queue and a function that works on it, with properties as written. */
const mapped = ({ queue = '{}', mapping = '', timeout = '3' }: Parts): string => `Parameters:
  Size: {Type: Number}
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties: ${queue}
  Clicks:
    Type: AWS::Kinesis::Stream
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/worker
      Timeout: ${timeout}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: !Ref Worker, EventSourceArn: !GetAtt Jobs.Arn${mapping}}
`;

/** The same as an event of SAM. */
const event = (type: string, properties: string, rest = ''): string => `Transform: AWS::Serverless-2016-10-31
Globals: {Function: {Timeout: 60}}
Resources:
  Jobs:
    Type: AWS::SQS::Queue
  Clicks:
    Type: AWS::Kinesis::Stream
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Work: {Type: ${type}, Properties: {${properties}}}
${rest}`;

describe('where to start', () => {
  const atLatest = event('Kinesis', 'Stream: !GetAtt Clicks.Arn, StartingPosition: LATEST');

  test('in a stream is for the author to choose', () => {
    checkFix(startingPosition, event('Kinesis', 'Stream: !GetAtt Clicks.Arn'), atLatest, { title: 'Start at LATEST' });
  });

  test('in a queue is nothing to say', () => {
    checkFix(startingPosition, mapped({ mapping: ', StartingPosition: LATEST' }), mapped({}));
  });

  test.each([
    ['said by a parameter', event('Kinesis', 'Stream: !GetAtt Clicks.Arn, StartingPosition: !Ref Position')],
    ['said', atLatest],
    ['brought in from elsewhere', event('Kinesis', 'Stream: !GetAtt Clicks.Arn, "Fn::Transform": {Name: AWS::Include}')],
    ['for a source that cannot be seen', mapped({}).replace('!GetAtt Jobs.Arn', '!ImportValue Clicks')],
  ])('nothing where it is %s', (_, text) => {
    checkRule(startingPosition, text);
  });
});

describe('how many at once', () => {
  test('from a FIFO queue', () => {
    const queue = '{FifoQueue: true}';
    checkFix(fifoBatchSize, mapped({ queue, mapping: ', BatchSize: 11' }), mapped({ queue, mapping: ', BatchSize: 10' }));
  });

  test.each([
    ['ten', mapped({ queue: '{FifoQueue: true}', mapping: ', BatchSize: 10' })],
    ['what a parameter says', mapped({ queue: '{FifoQueue: true}', mapping: ', BatchSize: !Ref Size' })],
    ['a queue that may be in order', mapped({ queue: '{FifoQueue: !Ref Size}', mapping: ', BatchSize: 100' })],
    ['a plain queue', mapped({ mapping: ', BatchSize: 100' })],
  ])('nothing for %s', (_, text) => {
    checkRule(fifoBatchSize, text);
  });
});

describe('for how long a message is hidden', () => {
  test('longer than the function takes', () => {
    const timeout = '60';
    checkFix(
      visibilityTimeoutTooShort,
      mapped({ timeout, queue: '{DelaySeconds: 5}' }),
      mapped({ timeout, queue: '{DelaySeconds: 5, VisibilityTimeout: 360}' }),
    );
  });

  test('with the timeout of all functions', () => {
    checkFix(
      visibilityTimeoutTooShort,
      event('SQS', 'Queue: !GetAtt Jobs.Arn'),
      event('SQS', 'Queue: !GetAtt Jobs.Arn').replace(
        'SQS::Queue\n',
        'SQS::Queue\n    Properties:\n      VisibilityTimeout: 360\n',
      ),
    );
  });

  test.each([
    ['the usual times', mapped({})],
    ['the same time', mapped({ timeout: '60', queue: '{VisibilityTimeout: 60}' })],
    ['a time from a parameter', mapped({ timeout: '!Ref Size' })],
    ['another one', mapped({ timeout: '60', queue: '{VisibilityTimeout: !Ref Size}' })],
  ])('nothing for %s', (_, text) => {
    checkRule(visibilityTimeoutTooShort, text);
  });
});

describe('connectors', () => {
  const topic = (transform: string): string => `AWSTemplateFormatVersion: "2010-09-09"
${transform}Resources:
  Alarms:
    Type: AWS::SNS::Topic
    Connectors: {ToJobs: {Properties: {Destination: {Id: Jobs}, Permissions: [Write]}}}
  Jobs:
    Type: AWS::SQS::Queue
`;

  test('need SAM', () => {
    checkFix(connectorWithoutTransform, topic(''), topic('Transform: AWS::Serverless-2016-10-31\n'));
  });

  test.each(['Transform: AWS::Serverless-2016-10-31\n', 'Transform: [Ours]\n'])('nothing with %s', (transform) => {
    checkRule(connectorWithoutTransform, topic(transform));
  });
});

describe('subscriptions', () => {
  const subscribed = (protocol: string, endpoint: string): string => `Parameters:
  Protocol: {Type: String}
Resources:
  Jobs:
    Type: AWS::SQS::Queue
  Alarms:
    Type: AWS::SNS::Topic
    Properties:
      Subscription: [{Protocol: ${protocol}, Endpoint: ${endpoint}}]
`;

  test('of a topic that holds them', () => {
    checkFix(subscriptionProtocol, subscribed('lambda', '!GetAtt Jobs.Arn'), subscribed('sqs', '!GetAtt Jobs.Arn'));
  });

  test.each([
    ['sqs', '!GetAtt Jobs.Arn'],
    ['!Ref Protocol', '!GetAtt Jobs.Arn'],
    ['lambda', '!ImportValue WorkerArn'],
    ['email', 'someone@example.com'],
  ])('nothing for %s and %s', (protocol, endpoint) => {
    checkRule(subscriptionProtocol, subscribed(protocol, endpoint));
  });
});

describe('subscription filters', () => {
  const filters = (...groups: readonly string[]): string => `Resources:
  Group: {Type: AWS::Logs::LogGroup}
${groups.map((group, i) => `  Filter${i}: {Type: AWS::Logs::SubscriptionFilter, Properties: {LogGroupName: ${group}}}\n`).join('')}`;

  test('a third one cannot be mended here', () => {
    checkNoFix(tooManySubscriptionFilters, filters('!Ref Group', '!Ref Group', '!Sub "${Group}"'));
  });

  test('two, or of other groups', () => {
    checkRule(tooManySubscriptionFilters, filters('!Ref Group', '!Ref Group', 'others'));
  });
});

describe('functions that call themselves', () => {
  const worker = (type: string, properties: string, policy: string): string =>
    event(type, properties, `      Policies: [${policy}]\n  Uploads:\n    Type: AWS::S3::Bucket\n`);
  const uploads = "Bucket: !Ref Uploads, Events: 's3:ObjectCreated:*'";
  const found = (text: string): readonly string[] =>
    findingsOf(recursiveTrigger, analysed(text)).map(({ subject }) => `${subject.function} ${subject.trigger}`);

  test.each([
    ['a bucket', worker('S3', uploads, 'S3CrudPolicy: {BucketName: !Ref Uploads}')],
    ['a queue', worker('SQS', 'Queue: !GetAtt Jobs.Arn', 'SQSSendMessagePolicy: {QueueName: !GetAtt Jobs.QueueName}')],
  ])('by %s', (_, text) => {
    expect(found(text)).toEqual(['Worker Worker.Events.Work']);
  });

  test.each([
    ['it only reads', worker('S3', uploads, 'S3ReadPolicy: {BucketName: !Ref Uploads}')],
    [
      'other objects call',
      worker(
        'S3',
        `${uploads}, Filter: {S3Key: {Rules: [{Name: prefix, Value: in/}]}}`,
        'S3CrudPolicy: {BucketName: !Ref Uploads}',
      ),
    ],
    ['what is removed calls', worker('S3', uploads.replace('Created', 'Removed'), 'S3CrudPolicy: {BucketName: !Ref Uploads}')],
    ['the policy cannot be seen', worker('S3', uploads, '!Ref Policy')],
  ])('not where %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

test('a template that is being typed', () => {
  const text = event('SQS', 'Queue: !GetAtt Jobs.Arn');
  for (let end = 0; end < text.length; end += 7) {
    const analysis = analysed(text.slice(0, end));
    for (const rule of EVENT_RULES) expect(() => findingsOf(rule, analysis)).not.toThrow();
  }
});
