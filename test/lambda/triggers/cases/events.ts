import type { Json } from '../fixture.ts';
import type { Case } from './case.ts';

const URI: Json = {
  'Fn::Sub': 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations',
};
const API: Json = { Ref: 'Api' };
const PATH = 'Body.paths./pets/{id}.get.x-amazon-apigateway-integration';
const SCHEME = 'Body.components.securitySchemes.Lambda.x-amazon-apigateway-authorizer';
const HTTP_API: Json = { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'api', ProtocolType: 'HTTP' } };
const WEBSOCKET_API: Json = { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'api', ProtocolType: 'WEBSOCKET' } };

const STORAGE: readonly Case[] = [
  {
    id: 's3-bucket-notification',
    type: 'AWS::S3::Bucket',
    property: 'NotificationConfiguration.LambdaConfigurations.0.Function',
  },
  {
    id: 's3-object-lambda',
    type: 'AWS::S3ObjectLambda::AccessPoint',
    property: 'ObjectLambdaConfiguration.TransformationConfigurations.0.ContentTransformation.AwsLambda.FunctionArn',
  },
];

const MESSAGING: readonly Case[] = [
  {
    id: 'sns-subscription',
    type: 'AWS::SNS::Subscription',
    property: 'Endpoint',
    with: { Protocol: 'lambda', TopicArn: { Ref: 'Topic' } },
    resources: { Topic: { Type: 'AWS::SNS::Topic' } },
  },
  {
    id: 'sns-topic-inline-subscription',
    type: 'AWS::SNS::Topic',
    property: 'Subscription.0.Endpoint',
    with: { 'Subscription.0.Protocol': 'lambda' },
  },
  { id: 'events-rule-target', type: 'AWS::Events::Rule', property: 'Targets.0.Arn' },
  { id: 'events-rule-target-role', type: 'AWS::Events::Rule', property: 'Targets.0.Arn', role: 'Targets.0.RoleArn' },
  { id: 'pipes-target', type: 'AWS::Pipes::Pipe', property: 'Enrichment', role: 'RoleArn' },
  { id: 'scheduler-schedule', type: 'AWS::Scheduler::Schedule', property: 'Target.Arn', role: 'Target.RoleArn' },
];

const API_GATEWAY: readonly Case[] = [
  {
    id: 'apigw-rest-method',
    type: 'AWS::ApiGateway::Method',
    property: 'Integration.Uri',
    value: URI,
    with: { RestApiId: API, HttpMethod: 'GET', ResourceId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] } },
  },
  {
    id: 'apigw-rest-method-credentials',
    type: 'AWS::ApiGateway::Method',
    property: 'Integration.Uri',
    value: URI,
    role: 'Integration.Credentials',
  },
  {
    id: 'apigw-rest-authorizer',
    type: 'AWS::ApiGateway::Authorizer',
    property: 'AuthorizerUri',
    value: URI,
    with: { RestApiId: API, Type: 'TOKEN' },
  },
  {
    id: 'apigw-rest-authorizer-credentials',
    type: 'AWS::ApiGateway::Authorizer',
    property: 'AuthorizerUri',
    value: URI,
    role: 'AuthorizerCredentials',
  },
  { id: 'apigw-rest-openapi', type: 'AWS::ApiGateway::RestApi', property: `${PATH}.uri`, value: URI },
  {
    id: 'apigw-rest-openapi-credentials',
    type: 'AWS::ApiGateway::RestApi',
    property: `${PATH}.uri`,
    value: URI,
    role: `${PATH}.credentials`,
  },
  { id: 'apigw-openapi-authorizer', type: 'AWS::ApiGatewayV2::Api', property: `${SCHEME}.authorizerUri`, value: URI },
  {
    id: 'apigw-openapi-authorizer-credentials',
    type: 'AWS::ApiGateway::RestApi',
    property: `${SCHEME}.authorizerUri`,
    value: URI,
    role: `${SCHEME}.authorizerCredentials`,
  },
  { id: 'apigw-sam-definitionbody', type: 'AWS::Serverless::Api', property: `Definition${PATH}.uri`, value: URI },
  {
    id: 'apigw-sam-definitionbody-credentials',
    type: 'AWS::Serverless::HttpApi',
    property: `Definition${PATH}.uri`,
    value: URI,
    role: `Definition${PATH}.credentials`,
  },
  {
    id: 'apigwv2-integration-http',
    type: 'AWS::ApiGatewayV2::Integration',
    property: 'IntegrationUri',
    with: { ApiId: API },
    resources: { Api: HTTP_API },
  },
  {
    id: 'apigwv2-integration-websocket',
    type: 'AWS::ApiGatewayV2::Integration',
    property: 'IntegrationUri',
    value: URI,
    with: { ApiId: API },
    resources: { Api: WEBSOCKET_API },
  },
  {
    id: 'apigwv2-integration-credentials',
    type: 'AWS::ApiGatewayV2::Integration',
    property: 'IntegrationUri',
    role: 'CredentialsArn',
  },
  { id: 'apigwv2-quick-create', type: 'AWS::ApiGatewayV2::Api', property: 'Target' },
  { id: 'apigwv2-quick-create-credentials', type: 'AWS::ApiGatewayV2::Api', property: 'Target', role: 'CredentialsArn' },
  {
    id: 'apigwv2-authorizer',
    type: 'AWS::ApiGatewayV2::Authorizer',
    property: 'AuthorizerUri',
    value: URI,
    with: { ApiId: API, AuthorizerType: 'REQUEST' },
  },
  {
    id: 'apigwv2-authorizer-credentials',
    type: 'AWS::ApiGatewayV2::Authorizer',
    property: 'AuthorizerUri',
    value: URI,
    role: 'AuthorizerCredentialsArn',
  },
];

const URL: Json = { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: { Ref: 'Fn' }, AuthType: 'AWS_IAM' } };
const CONTROL: Json = {
  Type: 'AWS::CloudFront::OriginAccessControl',
  Properties: {
    OriginAccessControlConfig: {
      Name: 'function',
      OriginAccessControlOriginType: 'lambda',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    },
  },
};

const FUNCTION_URLS: readonly Case[] = [
  {
    id: 'function-url',
    type: 'AWS::Lambda::Url',
    property: 'TargetFunctionArn',
    with: { AuthType: 'NONE' },
    viaUrl: 'NONE',
  },
  { id: 'function-url-iam', type: 'AWS::Lambda::Url', property: 'TargetFunctionArn', with: { AuthType: 'AWS_IAM' } },
  {
    id: 'cloudfront-oac-function-url',
    type: 'AWS::CloudFront::Distribution',
    property: 'DistributionConfig.Origins.0.DomainName',
    value: { 'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Url', 'FunctionUrl'] }] }] },
    with: { 'DistributionConfig.Origins.0.OriginAccessControlId': { 'Fn::GetAtt': ['Control', 'Id'] } },
    resources: { Url: URL, Control: CONTROL },
    viaUrl: 'AWS_IAM',
  },
];

/** Storage, messaging and API Gateway. */
export const EVENT_CASES: readonly Case[] = [...STORAGE, ...MESSAGING, ...API_GATEWAY, ...FUNCTION_URLS];
