import { expect, test } from 'vitest';
import { FN, inBoth, invocationIn, type Json, shown, templateOf, verdictsIn } from './fixture.ts';

const EVENTS: Readonly<Record<string, Json>> = {
  AlexaSkill: {},
  Api: { Path: '/a/{id}', Method: 'get' },
  CloudWatchEvent: { Pattern: {} },
  CloudWatchLogs: { LogGroupName: '/app' },
  Cognito: { UserPool: { Ref: 'Pool' }, Trigger: 'PreSignUp' },
  DocumentDB: {},
  DynamoDB: {},
  EventBridgeRule: { Pattern: {} },
  HttpApi: { Path: '/a', Method: 'get' },
  IoTRule: { Sql: 'SELECT *' },
  Kinesis: {},
  MQ: {},
  MSK: {},
  S3: { Bucket: { Ref: 'Bucket' }, Events: 's3:*' },
  Schedule: { Schedule: 'rate(1 day)' },
  ScheduleV2: { ScheduleExpression: 'rate(1 day)' },
  SelfManagedKafka: {},
  SNS: { Topic: { Ref: 'Topic' } },
  SQS: {},
};

test.each([undefined, 'live'])('SAM lets all its events in, at alias %s', (alias) => {
  const events = Object.entries(EVENTS).map(([Type, Properties]) => [`On${Type}`, { Type, Properties }]);
  const properties: Json = { Events: Object.fromEntries(events), ...(alias ? { AutoPublishAlias: alias } : {}) };
  const resources: Json = {
    Fn: { Type: 'AWS::Serverless::Function', Properties: properties },
    Pool: { Type: 'AWS::Cognito::UserPool' },
    Bucket: { Type: 'AWS::S3::Bucket' },
    Topic: { Type: 'AWS::SNS::Topic' },
  };
  const expected = Object.keys(EVENTS).map((type) => `Fn.Events.On${type} sam-event-${type.toLowerCase()} granted`);
  for (const [language, template] of inBoth({ Transform: 'AWS::Serverless-2016-10-31', Resources: resources })) {
    expect([...verdictsIn(template)].sort(), language).toEqual(expected.sort());
    const qualifiers = invocationIn(template).triggers.map(({ target }) => shown(target.qualifier));
    expect(new Set(qualifiers), language).toEqual(new Set([alias]));
  }
});

test('a queue between topic and function is polled; a schedule with a role calls with it', () => {
  const template = templateOf(`
Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Queue: { Type: SNS, Properties: { Topic: !Ref Topic, SqsSubscription: true } }
        Nightly: { Type: ScheduleV2, Properties: { RoleArn: !GetAtt Role.Arn } }
`);
  expect([...verdictsIn(template)].sort()).toEqual([
    'Fn.Events.Nightly sam-event-schedulev2-role unknown',
    'Fn.Events.Queue sam-event-sns-queue granted',
  ]);
});

test('the event is underlined at its name', () => {
  const text = `
Transform: AWS::Serverless-2016-10-31
Resources:
  Fn: { Type: AWS::Serverless::Function, Properties: { Events: { Upload: { Type: S3, Properties: { Bucket: !Ref Bucket } } } } }
`;
  const [trigger] = invocationIn(templateOf(text)).triggers;
  expect(text.slice(trigger?.span.start, trigger?.span.end)).toBe('Upload');
});

test('of two user pools with events of one function, SAM lets only one in', () => {
  const template = templateOf(`
Transform: AWS::Serverless-2016-10-31
Resources:
  First: { Type: AWS::Cognito::UserPool }
  Second: { Type: AWS::Cognito::UserPool }
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        A: { Type: Cognito, Properties: { UserPool: !Ref First, Trigger: PreSignUp } }
        B: { Type: Cognito, Properties: { UserPool: !Ref Second, Trigger: PreSignUp } }
`);
  expect(verdictsIn(template)).toEqual(['Fn.Events.A sam-event-cognito missing', 'Fn.Events.B sam-event-cognito granted']);
});

test('an HTTP API does not let its authorizer in by itself, and a WebSocket API does', () => {
  const value: Json = {
    Transform: 'AWS::Serverless-2016-10-31',
    Resources: {
      Fn: FN,
      Http: {
        Type: 'AWS::Serverless::HttpApi',
        Properties: { Auth: { Authorizers: { Own: { FunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] } } } } },
      },
      Chat: {
        Type: 'AWS::Serverless::WebSocketApi',
        Properties: {
          Routes: { $connect: { FunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] } } },
          Auth: { AuthType: 'CUSTOM', AuthArn: { 'Fn::GetAtt': ['Fn', 'Arn'] } },
        },
      },
    },
  };
  for (const [language, template] of inBoth(value))
    expect(verdictsIn(template), language).toEqual([
      'Http sam-api-authorizer missing',
      'Chat sam-websocket-authorizer granted',
      'Chat sam-websocket-route granted',
    ]);
});
