import { is } from './places.ts';
import { at, calledBy, calledWithRole, needsNothing, nowhere, type TriggerRow } from './row.ts';
import { arn, ownArn } from './sources.ts';

const AUTHORIZER_DOCS = 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html';

export const appSync: readonly TriggerRow[] = [
  {
    definition: needsNothing({
      id: 'appsync-channel-namespace',
      title: 'AWS AppSync Events channel namespace',
      docsUrl: 'https://docs.aws.amazon.com/appsync/latest/eventapi/channel-namespace-handlers.html',
      reason: "AppSync calls with the role of the handler's data source.",
    }),
    types: [],
    find: nowhere,
  },
  {
    definition: calledWithRole('appsync.amazonaws.com', {
      id: 'appsync-conflict-handler',
      title: 'AWS AppSync conflict handler',
      docsUrl: 'https://docs.aws.amazon.com/appsync/latest/devguide/conflict-detection-and-sync.html',
      confidence: 'low',
      reason: "AppSync calls with the data source's service role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::AppSync::FunctionConfiguration', 'AWS::AppSync::Resolver'],
    find: at({ at: 'SyncConfig.LambdaConflictHandlerConfig.LambdaConflictHandlerArn' }),
  },
  {
    definition: calledWithRole('appsync.amazonaws.com', {
      id: 'appsync-datasource',
      title: 'AWS AppSync data source',
      docsUrl: 'https://docs.aws.amazon.com/appsync/latest/devguide/attaching-a-data-source.html',
      reason: "AppSync calls with the data source's service role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::AppSync::DataSource'],
    find: at({ at: 'LambdaConfig.LambdaFunctionArn', when: [is('Type', 'AWS_LAMBDA')], role: 'ServiceRoleArn' }),
  },
  {
    definition: calledBy('appsync.amazonaws.com', {
      id: 'appsync-events-api-authorizer',
      title: 'AWS AppSync Events Lambda authorizer',
      docsUrl: 'https://docs.aws.amazon.com/appsync/latest/eventapi/configure-event-api-auth.html',
      confidence: 'medium',
    }),
    types: ['AWS::AppSync::Api'],
    find: at({ at: 'EventConfig.AuthProviders[].LambdaAuthorizerConfig.AuthorizerUri', source: arn('{.ApiArn}') }),
  },
  {
    definition: calledBy('appsync.amazonaws.com', {
      id: 'appsync-lambda-authorizer',
      title: 'AWS AppSync Lambda authorizer',
      docsUrl: AUTHORIZER_DOCS,
    }),
    types: ['AWS::AppSync::GraphQLApi'],
    find: at({
      at: ['LambdaAuthorizerConfig.AuthorizerUri', 'AdditionalAuthenticationProviders[].LambdaAuthorizerConfig.AuthorizerUri'],
      source: ownArn,
    }),
  },
];
