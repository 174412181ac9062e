import { expect, test } from 'vitest';
import { checkWith } from '../../../server/src/rules/index.ts';
import { INVOCATION_RULES } from '../../../server/src/rules/invocation/index.ts';
import { SAM_EVENTS } from './facts.ts';
import { FN, inBoth, invocationIn, type Json, shown, templateOf, verdictsIn } from './fixture.ts';
import { analysesOf } from './templates.ts';

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

test('a GraphQL API lets its authorizers in', () => {
  const LambdaAuthorizer: Json = { AuthorizerUri: { 'Fn::GetAtt': ['Fn', 'Arn'] } };
  const authorizer = { Type: 'AWS_LAMBDA', LambdaAuthorizer };
  const api = (auth: Readonly<Record<string, Json>>): Json => ({
    Type: 'AWS::Serverless::GraphQLApi',
    Properties: { Auth: auth },
  });
  const resources = {
    Fn: FN,
    One: api({ ...authorizer, Additional: [{ Type: 'AWS_IAM' }, authorizer] }),
    Two: api({ Type: 'AWS_IAM', LambdaAuthorizer }),
  };
  for (const [language, template] of inBoth({ Transform: 'AWS::Serverless-2016-10-31', Resources: resources })) {
    const found = invocationIn(template).invokers.map(({ trigger, verdict, grantedBy }) =>
      [trigger.property, verdict, ...grantedBy.map(({ logicalId }) => logicalId)].join(' '),
    );
    const both = 'OneToLambdaAuthConnector1WriteLambdaPermission OneToLambdaAuthConnector2WriteLambdaPermission';
    expect(found, language).toEqual([
      `Auth.LambdaAuthorizer.AuthorizerUri granted ${both}`,
      `Auth.Additional.1.LambdaAuthorizer.AuthorizerUri granted ${both}`,
    ]);
  }
});

test('every event of SAM has a case', () => {
  expect(Object.keys(EVENTS).sort()).toEqual(Object.values(SAM_EVENTS).flat().sort());
});

test.each(Object.entries(EVENTS))('%s: no finding about who may invoke', (Type, Properties) => {
  const fn: Json = { Type: 'AWS::Serverless::Function', Properties: { Events: { On: { Type, Properties } } } };
  const sources = {
    Pool: { Type: 'AWS::Cognito::UserPool' },
    Bucket: { Type: 'AWS::S3::Bucket' },
    Topic: { Type: 'AWS::SNS::Topic' },
  };
  const findings = analysesOf({ Transform: 'AWS::Serverless-2016-10-31', Resources: { Fn: fn, ...sources } }).map((analysis) =>
    checkWith(INVOCATION_RULES, analysis)
      .map(({ ruleId }) => ruleId)
      // For these two SAM makes a permission that lets more in than the event.
      .filter((ruleId) => !(ruleId === 'wide-event-permission' && ['AlexaSkill', 'S3'].includes(Type))),
  );
  expect(findings).toEqual([[], []]);
});

/** A schedule of a SAM function with a role of its own that trusts and allows. */
function schedule(service: string, resource: Json): readonly string[] {
  const statement = (value: Readonly<Record<string, Json>>): Json => ({ Statement: [{ Effect: 'Allow', ...value }] });
  const role: Json = {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: statement({ Principal: { Service: service }, Action: 'sts:AssumeRole' }),
      Policies: [{ PolicyName: 'call', PolicyDocument: statement({ Action: 'lambda:InvokeFunction', Resource: resource }) }],
    },
  };
  const nightly = {
    Type: 'ScheduleV2',
    Properties: { ScheduleExpression: 'rate(1 day)', RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } },
  };
  const fn: Json = { Type: 'AWS::Serverless::Function', Properties: { AutoPublishAlias: 'live', Events: { Nightly: nightly } } };
  return analysesOf({ Transform: 'AWS::Serverless-2016-10-31', Resources: { Fn: fn, Other: FN, Role: role } }).map((analysis) =>
    [
      ...analysis.permissions.functions.flatMap(({ invokers }) => invokers.map(({ verdict }) => verdict)),
      ...checkWith(INVOCATION_RULES, analysis).map(({ severity, ruleId }) => `${severity} ${ruleId}`),
    ].join(', '),
  );
}

test('a schedule with a role: it must trust the scheduler and allow calling the published alias', () => {
  const granted = ['granted', 'granted'];
  const refused = Array<string>(2).fill('missing, error caller-role-cannot-invoke');
  expect(schedule('scheduler.amazonaws.com', { 'Fn::Sub': '${Fn.Arn}:live' })).toEqual(granted);
  expect(schedule('scheduler.amazonaws.com', { Ref: 'Fn.Alias' })).toEqual(granted);
  expect(schedule('events.amazonaws.com', { 'Fn::Sub': '${Fn.Arn}:live' })).toEqual(refused);
  expect(schedule('scheduler.amazonaws.com', { 'Fn::GetAtt': ['Fn', 'Arn'] })[0]).toContain(
    'missing, error caller-role-cannot-invoke',
  );
  expect(schedule('scheduler.amazonaws.com', { 'Fn::GetAtt': ['Other', 'Arn'] })).toEqual(refused);
});
