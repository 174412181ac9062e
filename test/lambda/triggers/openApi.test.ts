import { expect, test } from 'vitest';
import { invocationIn, shown, templateOf } from './fixture.ts';

/** Each trigger: where, for whom, what API Gateway presents, under which conditions. */
function triggersIn(text: string): readonly string[] {
  const head = `
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Fn: { Type: AWS::Lambda::Function }
`;
  return invocationIn(templateOf(head + text)).triggers.map(({ property, target, source, guard, definition }) =>
    [
      property,
      target.logicalId ?? '-',
      definition.mechanism === 'caller-role' ? 'with role' : shown(source)?.replace(/^.*\$\{Api\}/, ''),
      ...guard.map(({ condition, holds }) => `${holds ? 'if' : 'unless'} ${condition}`),
    ].join(' '),
  );
}

const URI = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations';

test('methods, parameters, ANY, conditions and credentials', () => {
  const text = `
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        paths:
          /pets/{id}/: { get: { x-amazon-apigateway-integration: { uri: !Sub '${URI}' } } }
          /{proxy+}: { x-amazon-apigateway-any-method: { x-amazon-apigateway-integration: { uri: !Sub '${URI}' } } }
          /role: { post: { x-amazon-apigateway-integration: { uri: !Sub '${URI}', credentials: !Ref Role } } }
          /mock: { get: { x-amazon-apigateway-integration: { type: mock } } }
          /other: { get: { x-amazon-apigateway-integration: { uri: 'http://example.com' } } }
          /maybe: !If [A, { get: { x-amazon-apigateway-integration: { uri: !If [B, !Ref AWS::NoValue, !Sub '${URI}'] } } }, {}]
`;
  expect(triggersIn(text)).toEqual([
    'Body.paths./pets/{id}/.get.x-amazon-apigateway-integration.uri Fn /*/GET/pets/*',
    'Body.paths./{proxy+}.x-amazon-apigateway-any-method.x-amazon-apigateway-integration.uri Fn /*/*/*',
    'Body.paths./role.post.x-amazon-apigateway-integration.uri Fn with role',
    'Body.paths./maybe.get.x-amazon-apigateway-integration.uri Fn /*/GET/maybe if A unless B',
  ]);
});

test('a body in a text names functions by name', () => {
  const document = (uri: string): string =>
    JSON.stringify({ paths: { '/a': { get: { 'x-amazon-apigateway-integration': { uri } } } } });
  const named = `
  Named: { Type: AWS::Lambda::Function, Properties: { FunctionName: named } }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Body: '${document(URI.replace('${Fn.Arn}', 'arn:aws:lambda:eu-west-1:123456789012:function:named'))}' } }
`;
  expect(triggersIn(named)).toEqual(['Body.paths./a.get.x-amazon-apigateway-integration.uri Named /*/GET/a']);
});

test('what an include or a transform brings is not known', () => {
  expect(
    triggersIn('  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Body: { Fn::Transform: { Name: AWS::Include } } } }'),
  ).toEqual([]);
  expect(triggersIn('  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Body: !Ref Document } }')).toEqual([]);
});

test('the default route of an HTTP API', () => {
  const text = `
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Body: { paths: { $default: { x-amazon-apigateway-any-method: { x-amazon-apigateway-integration: { uri: !GetAtt Fn.Arn } } } } }
`;
  expect(triggersIn(text)).toEqual([
    'Body.paths.$default.x-amazon-apigateway-any-method.x-amazon-apigateway-integration.uri Fn /*/$default',
  ]);
});

test('an integration of an HTTP or WebSocket API is presented by its routes', () => {
  const text = (protocol: string, keys: readonly string[]): string => `
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: ${protocol} } }
  Call: { Type: AWS::ApiGatewayV2::Integration, Properties: { ApiId: !Ref Api, IntegrationUri: !GetAtt Fn.Arn } }
${keys.map((key, i) => `  Route${i}: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: '${key}', Target: !Sub 'integrations/\${Call}' } }`).join('\n')}
`;
  const presented = (protocol: string, ...keys: readonly string[]): readonly string[] =>
    triggersIn(text(protocol, keys)).map((line) => line.replace('IntegrationUri Fn ', ''));
  expect(presented('HTTP', 'GET /pets/{id}', 'ANY /{proxy+}', '$default')).toEqual(['/*/GET/pets/*', '/*/*/*', '/*/$default']);
  expect(presented('WEBSOCKET', '$connect', 'send')).toEqual(['/*/$connect', '/*/send']);
  expect(presented('HTTP')).toEqual(['/*']);
});

test('the method of a resource that is not of the template', () => {
  const text = `
  Get:
    Type: AWS::ApiGateway::Method
    Properties: { RestApiId: !Ref Api, ResourceId: !ImportValue pets, HttpMethod: get, Integration: { Uri: !Sub '${URI}' } }
`;
  expect(triggersIn(text)).toEqual(['Integration.Uri Fn /*/GET/*']);
});

test('a body in a text: plain, with Fn::Sub and its variables, in YAML', () => {
  const json = JSON.stringify({ paths: { '/a': { get: { 'x-amazon-apigateway-integration': { uri: 'URI' } } } } });
  const found = ['Body.paths./a.get.x-amazon-apigateway-integration.uri Fn /*/GET/a'];
  const body = (value: string): readonly string[] =>
    triggersIn(`  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Body: ${value} } }\n`);
  expect(body(`!Sub '${json.replace('URI', URI)}'`)).toEqual(found);
  expect(body(`!Sub ['${json.replace('URI', '${Target}')}', { Target: !Sub '${URI}' }]`)).toEqual(found);
  expect(body(`{ Fn::Sub: '${json.replace('URI', URI)}' }`)).toEqual(found);
  expect(body(`!If [Live, !Sub '${json.replace('URI', URI)}', !Ref AWS::NoValue]`)).toEqual([`${found[0]} if Live`]);
  const inYaml = `
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body: !Sub |
        paths:
          /a:
            get:
              x-amazon-apigateway-integration:
                uri: ${URI}
`;
  expect(triggersIn(inYaml)).toEqual(found);
  expect(body(`!Sub '{"paths": {"/a'`)).toEqual([]);
});

test('parts of a body that AWS::Include brings are not known, the rest is', () => {
  const include = '{ Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://bucket/part.yaml } } }';
  const text = `
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      DefinitionBody:
        paths:
          /a: { get: { x-amazon-apigateway-integration: { uri: !Sub '${URI}' } } }
          /b: ${include}
          /c: { get: { x-amazon-apigateway-integration: ${include} } }
        securityDefinitions: ${include}
`;
  expect(triggersIn(text)).toEqual(['DefinitionBody.paths./a.get.x-amazon-apigateway-integration.uri Fn /*/GET/a']);
});
