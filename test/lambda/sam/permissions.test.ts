import { expect, test } from 'vitest';
import { permissionsOf } from '../../../server/src/lambda/permissions/index.ts';
import { inBoth, type Json, shown, templateOf } from '../triggers/fixture.ts';

type Resources = Readonly<Record<string, Json>>;

/** Each permission in a line: logical id, function and qualifier, principal, source, account, what else there is. */
function permissionsIn(resources: Resources, more: Resources = {}): readonly string[] {
  const value: Json = { Transform: 'AWS::Serverless-2016-10-31', ...more, Resources: resources };
  const [yaml, json] = inBoth(value).map(([, template]) =>
    permissionsOf(template).map((permission) =>
      [
        permission.logicalId,
        [permission.target.logicalId ?? '-', ...(permission.target.qualifier ? [shown(permission.target.qualifier)] : [])].join(
          ':',
        ),
        shown(permission.principal),
        shown(permission.sourceArn) ?? '-',
        ...(permission.sourceAccount ? [`account ${shown(permission.sourceAccount)}`] : []),
        ...(shown(permission.action) === 'lambda:InvokeFunction' ? [] : [shown(permission.action)]),
        ...(permission.functionUrlAuthType ? [`auth ${shown(permission.functionUrlAuthType)}`] : []),
        ...(permission.invokedViaFunctionUrl ? ['via url'] : []),
        ...(permission.eventSourceToken ? [`token ${shown(permission.eventSourceToken)}`] : []),
        ...permission.guard.map(({ condition }) => `if ${condition}`),
      ].join(' '),
    ),
  );
  expect(json).toEqual(yaml);
  return yaml ?? [];
}

const withEvents = (events: Resources, properties: Resources = {}): Resources => ({
  Fn: { Type: 'AWS::Serverless::Function', Properties: { Handler: 'i.h', Events: events, ...properties } },
});
const event = (Type: string, Properties: Resources = {}): Json => ({ Type, Properties });

const EXECUTE_API = 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}';

test.each<[string, Json, string]>([
  ['AlexaSkill', event('AlexaSkill', { SkillId: 'amzn1.skill' }), 'alexa-appkit.amazon.com - token amzn1.skill'],
  ['CloudWatchEvent', event('CloudWatchEvent', { Pattern: {} }), 'events.amazonaws.com ${FnOn.Arn}'],
  ['EventBridgeRule', event('EventBridgeRule', { Pattern: {} }), 'events.amazonaws.com ${FnOn.Arn}'],
  ['Schedule', event('Schedule', { Schedule: 'rate(1 day)' }), 'events.amazonaws.com ${FnOn.Arn}'],
  [
    'CloudWatchLogs',
    event('CloudWatchLogs', { LogGroupName: { Ref: 'Group' }, FilterPattern: '' }),
    'logs.amazonaws.com arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Group}:*',
  ],
  [
    'IoTRule',
    event('IoTRule', { Sql: 'SELECT *' }),
    'iot.amazonaws.com arn:${AWS::Partition}:iot:${AWS::Region}:${AWS::AccountId}:rule/${FnOn} account ${AWS::AccountId}',
  ],
  ['S3', event('S3', { Bucket: { Ref: 'Bucket' }, Events: 's3:*' }), 's3.amazonaws.com - account ${AWS::AccountId}'],
  ['SNS', event('SNS', { Topic: { Ref: 'Topic' } }), 'sns.amazonaws.com ${Topic}'],
  ['SNS without a queue', event('SNS', { Topic: { Ref: 'Topic' }, SqsSubscription: false }), 'sns.amazonaws.com ${Topic}'],
  [
    'HttpApi',
    event('HttpApi', { Path: '/a/{id}', Method: 'get' }),
    `apigateway.amazonaws.com ${EXECUTE_API}:\${ServerlessHttpApi}/*/GET/a/*`,
  ],
  ['HttpApi without a route', event('HttpApi'), `apigateway.amazonaws.com ${EXECUTE_API}:\${ServerlessHttpApi}/*/*`],
  [
    'HttpApi /$default',
    event('HttpApi', { Path: '/$default', Method: 'ANY' }),
    `apigateway.amazonaws.com ${EXECUTE_API}:\${ServerlessHttpApi}/*/$default`,
  ],
  // SAM leaves greedy parameters of HTTP APIs in place, unless they are called proxy.
  [
    'HttpApi greedy',
    event('HttpApi', { Path: '/{files+}', Method: 'GET' }),
    `apigateway.amazonaws.com ${EXECUTE_API}:\${ServerlessHttpApi}/*/GET/{files+}`,
  ],
  [
    'HttpApi proxy',
    event('HttpApi', { Path: '/{proxy+}', Method: 'any' }),
    `apigateway.amazonaws.com ${EXECUTE_API}:\${ServerlessHttpApi}/*/*/*`,
  ],
])('%s event', (_, on, expected) => {
  expect(permissionsIn(withEvents({ On: on }))).toEqual([`FnOnPermission Fn ${expected}`]);
});

test.each(['DocumentDB', 'DynamoDB', 'Kinesis', 'MQ', 'MSK', 'ScheduleV2', 'SelfManagedKafka', 'SQS', 'Unheard'])(
  '%s events have no permission',
  (type) => {
    expect(permissionsIn(withEvents({ On: event(type) }))).toEqual([]);
  },
);

test('an SNS event through a queue has no permission', () => {
  expect(permissionsIn(withEvents({ On: event('SNS', { Topic: { Ref: 'T' }, SqsSubscription: true }) }))).toEqual([]);
});

test('two Cognito events of one function leave one permission, for the last of them', () => {
  const events = {
    B: event('Cognito', { UserPool: { Ref: 'First' }, Trigger: 'PreSignUp' }),
    A: event('Cognito', { UserPool: { Ref: 'Second' }, Trigger: 'PreSignUp' }),
  };
  expect(permissionsIn(withEvents(events))).toEqual(['FnCognitoPermission Fn cognito-idp.amazonaws.com ${First.Arn}']);
});

const rest = (properties: Resources): Json => event('Api', { Path: '/pets/{id}/', Method: 'any', ...properties });
const api = (properties: Resources): Resources => ({ Own: { Type: 'AWS::Serverless::Api', Properties: properties } });

test.each<[string, Resources, Resources, string, string]>([
  ['the implicit API', {}, {}, 'Prod', '${ServerlessRestApi}'],
  ['an API by reference', { RestApiId: { Ref: 'Own' } }, api({ StageName: 'dev' }), 'dev', '${Own}'],
  ['an API by name', { RestApiId: 'Own' }, api({ StageName: 'dev' }), 'dev', 'Own'],
  ['a stage of other characters', { RestApiId: { Ref: 'Own' } }, api({ StageName: 'my-stage' }), 'a9d64949ee', '${Own}'],
  ['a computed stage', { RestApiId: { Ref: 'Own' } }, api({ StageName: { Ref: 'Stage' } }), 'Stage', '${Own}'],
  ['an API of another stack', { RestApiId: { 'Fn::ImportValue': 'api' } }, {}, 'AllStages', '${Fn::ImportValue(api)}'],
])('a REST API event of %s', (_, properties, resources, suffix, id) => {
  const source = `${EXECUTE_API}:${id}/*/*/pets/*`;
  const made = permissionsIn({ ...withEvents({ Get: rest(properties) }), ...resources });
  expect(made).toEqual([`FnGetPermission${suffix} Fn apigateway.amazonaws.com ${source}`]);
});

test('the permission of the default route stands for the other routes of the same API and function', () => {
  const events = { A: event('HttpApi', { Path: '/a', Method: 'get' }), Z: event('HttpApi') };
  expect(permissionsIn(withEvents(events))).toEqual([
    `FnZPermission Fn apigateway.amazonaws.com ${EXECUTE_API}:\${ServerlessHttpApi}/*/*`,
  ]);
});

test('permissions are for the published alias, under the condition of the function', () => {
  const fn: Json = {
    Type: 'AWS::Serverless::Function',
    Condition: 'Blue',
    Properties: {
      AutoPublishAlias: 'live',
      FunctionUrlConfig: { AuthType: 'NONE' },
      Events: { On: event('SNS', { Topic: { Ref: 'Topic' } }), User: event('Cognito', { UserPool: { Ref: 'Pool' } }) },
    },
  };
  expect(permissionsIn({ Fn: fn })).toEqual([
    'FnOnPermission Fn:live sns.amazonaws.com ${Topic} if Blue',
    'FnAliasliveCognitoPermission Fn:live cognito-idp.amazonaws.com ${Pool.Arn} if Blue',
    'FnUrlPublicPermissions Fn:live * - lambda:InvokeFunctionUrl auth NONE if Blue',
    'FnURLInvokeAllowPublicAccess Fn:live * - via url if Blue',
  ]);
});

test.each<[string, Resources, Resources, number]>([
  ['public', { FunctionUrlConfig: { AuthType: 'NONE' } }, {}, 2],
  ['public by Globals', {}, { Globals: { Function: { FunctionUrlConfig: { AuthType: 'NONE' } } } }, 2],
  ['with IAM', { FunctionUrlConfig: { AuthType: 'AWS_IAM' } }, {}, 0],
  ['computed', { FunctionUrlConfig: { AuthType: { Ref: 'AuthType' } } }, {}, 0],
])('a function URL that is %s', (_, properties, more, count) => {
  expect(permissionsIn(withEvents({}, properties), more)).toHaveLength(count);
});

const AUTHORIZERS = {
  Yes: { FunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] } },
  No: { FunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] }, DisableFunctionDefaultPermissions: true },
  On: { FunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] }, EnableFunctionDefaultPermissions: true },
  Pool: { UserPoolArn: 'arn' },
};

test('REST APIs let their Lambda authorizers in unless told not to, HTTP APIs only when told to', () => {
  const properties = { StageName: 'a', Auth: { Authorizers: AUTHORIZERS } };
  const resources = {
    Fn: { Type: 'AWS::Serverless::Function' },
    Rest: { Type: 'AWS::Serverless::Api', Properties: properties },
    Http: { Type: 'AWS::Serverless::HttpApi', Properties: properties },
  };
  expect(permissionsIn(resources)).toEqual([
    `RestYesAuthorizerPermission Fn apigateway.amazonaws.com ${EXECUTE_API}:\${Rest}/authorizers/*`,
    `RestOnAuthorizerPermission Fn apigateway.amazonaws.com ${EXECUTE_API}:\${Rest}/authorizers/*`,
    `HttpOnAuthorizerPermission Fn apigateway.amazonaws.com ${EXECUTE_API}:\${Http}/authorizers/*`,
  ]);
});

test('the implicit API takes its authorizers from Globals, and exists only with an event', () => {
  const globals = { Globals: { Api: { Auth: { Authorizers: { Own: AUTHORIZERS.Yes } } } } };
  expect(permissionsIn(withEvents({}), globals)).toEqual([]);
  expect(permissionsIn(withEvents({ Get: rest({}) }), globals)).toContain(
    `ServerlessRestApiOwnAuthorizerPermission Fn apigateway.amazonaws.com ${EXECUTE_API}:\${ServerlessRestApi}/authorizers/*`,
  );
});

test('WebSocket APIs: one permission for each route, one for the authorizer', () => {
  const FunctionArn = { 'Fn::GetAtt': ['Fn', 'Arn'] };
  const Auth = { AuthType: 'CUSTOM', AuthArn: FunctionArn };
  const Routes = { $connect: { FunctionArn }, sendMessage: { FunctionArn } };
  const chat = (properties: Resources): Json => ({
    Type: 'AWS::Serverless::WebSocketApi',
    Properties: { Routes, ...properties },
  });
  const resources = { Fn: { Type: 'AWS::Serverless::Function' }, A: chat({ Auth }), B: chat({ StageName: { Ref: 'Stage' } }) };
  expect(permissionsIn(resources)).toEqual([
    `AConnectPermission Fn apigateway.amazonaws.com ${EXECUTE_API}:\${A.ApiId}/default/$connect`,
    `ASendmessagePermission Fn apigateway.amazonaws.com ${EXECUTE_API}:\${A.ApiId}/default/sendMessage`,
    `AAuthorizerPermission Fn apigateway.amazonaws.com ${EXECUTE_API}:\${A}/authorizers/*`,
    `BConnectPermission Fn apigateway.amazonaws.com ${EXECUTE_API}:\${B.ApiId}/\${Stage}/$connect`,
    `BSendmessagePermission Fn apigateway.amazonaws.com ${EXECUTE_API}:\${B.ApiId}/\${Stage}/sendMessage`,
  ]);
});

test.each<[string, string]>([
  ['AWS::S3::Bucket', 's3.amazonaws.com ${Source.Arn} account ${AWS::AccountId}'],
  ['AWS::SNS::Topic', 'sns.amazonaws.com ${Source}'],
  ['AWS::Events::Rule', 'events.amazonaws.com ${Source.Arn}'],
  ['AWS::Serverless::Api', `apigateway.amazonaws.com ${EXECUTE_API}:\${Source}/*`],
  ['AWS::ApiGatewayV2::Api', `apigateway.amazonaws.com ${EXECUTE_API}:\${Source}/*`],
  [
    'AWS::AppSync::GraphQLApi',
    'appsync.amazonaws.com arn:${AWS::Partition}:appsync:${AWS::Region}:${AWS::AccountId}:apis/${Source.ApiId}',
  ],
])('a connector from %s, on its own and embedded', (type, expected) => {
  const ends = { Destination: { Id: 'Fn' }, Permissions: ['Write'] };
  const list = { Source: { Id: 'Source' }, Destination: [{ Id: 'Fn' }], Permissions: ['Read', 'Write'] };
  const resources = {
    Fn: { Type: 'AWS::Serverless::Function' },
    Source: { Type: type, Connectors: { ToFn: { Properties: ends } } },
    One: { Type: 'AWS::Serverless::Connector', Properties: { Source: { Id: 'Source' }, ...ends } },
    Many: { Type: 'AWS::Serverless::Connector', Properties: list },
  };
  expect(permissionsIn(resources)).toEqual([
    `SourceToFnWriteLambdaPermission Fn ${expected}`,
    `OneWriteLambdaPermission Fn ${expected}`,
    `ManyWriteLambdaPermissionDestination0 Fn ${expected}`,
  ]);
});

test('a connector of described ends, and those that make no permission', () => {
  const arn = { 'Fn::GetAtt': ['Fn', 'Arn'] };
  const connector = (Source: Json, Destination: Json, Permissions: Json = ['Write']): Json => ({
    Type: 'AWS::Serverless::Connector',
    Properties: { Source, Destination, Permissions },
  });
  const resources = {
    Fn: { Type: 'AWS::Serverless::Function' },
    Api: connector(
      { Type: 'AWS::Serverless::Api', ResourceId: 'abc', Qualifier: 'Prod/GET/x' },
      { Type: 'AWS::Serverless::Function', Arn: arn },
    ),
    Read: connector({ Type: 'AWS::SNS::Topic', Arn: 'arn' }, { Id: 'Fn' }, ['Read']),
    Queue: connector({ Type: 'AWS::SQS::Queue', Arn: 'arn' }, { Id: 'Fn' }, ['Read', 'Write']),
    Unfinished: connector({ Type: 'AWS::Serverless::Api', ResourceId: 'abc' }, { Id: 'Fn' }),
  };
  expect(permissionsIn(resources)).toEqual([
    `ApiWriteLambdaPermission Fn apigateway.amazonaws.com ${EXECUTE_API}:abc/Prod/GET/x`,
  ]);
});

test('what SAM would make of a template that is not for SAM', () => {
  const template = templateOf(`
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Fn: { Type: AWS::Lambda::Function, Properties: { Events: { On: { Type: SNS, Properties: { Topic: x } } } } }
`);
  expect(permissionsOf(template)).toEqual([]);
});

test.each([
  'Events:',
  'Events: []',
  'Events: { On }',
  'Events: { On: { Type: } }',
  'Events: { Fn::ForEach::X: [] }',
  'Events: !Ref X',
])('half-typed: %s', (events) => {
  const text = `
Transform: AWS::Serverless-2016-10-31
Resources:
  Fn: { Type: AWS::Serverless::Function, Properties: { ${events} } }
`;
  expect(permissionsOf(templateOf(text))).toEqual([]);
});

test('GraphQL APIs: one permission for each Lambda authorizer, without the condition of the API', () => {
  const authorizer = { Type: 'AWS_LAMBDA', LambdaAuthorizer: { AuthorizerUri: { 'Fn::GetAtt': ['Fn', 'Arn'] } } };
  const graph = (Auth: Json): Json => ({ Type: 'AWS::Serverless::GraphQLApi', Condition: 'Live', Properties: { Auth } });
  const resources = {
    Fn: { Type: 'AWS::Serverless::Function' },
    A: graph({ ...authorizer, Additional: [{ Type: 'AWS_IAM' }, authorizer] }),
    B: graph({ Type: 'API_KEY', Additional: [authorizer] }),
    C: graph({ Type: 'AWS_IAM' }),
  };
  const source = 'arn:${AWS::Partition}:appsync:${AWS::Region}:${AWS::AccountId}:apis/';
  expect(permissionsIn(resources)).toEqual([
    `AToLambdaAuthConnector1WriteLambdaPermission Fn appsync.amazonaws.com ${source}\${A.ApiId}`,
    `AToLambdaAuthConnector2WriteLambdaPermission Fn appsync.amazonaws.com ${source}\${A.ApiId}`,
    `BToLambdaAuthConnector1WriteLambdaPermission Fn appsync.amazonaws.com ${source}\${B.ApiId}`,
  ]);
});
