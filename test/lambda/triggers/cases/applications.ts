import { type Case, NAME, ROLE } from './case.ts';

const CODE_HOOK = 'BotAliasLocaleSettings.0.BotAliasLocaleSetting.CodeHookSpecification.LambdaCodeHook.LambdaArn';
const PARAMETER = 'ExtendedS3DestinationConfiguration.ProcessingConfiguration.Processors.0.Parameters.0';
const TRANSFORMATION =
  'VectorIngestionConfiguration.CustomTransformationConfiguration.Transformations.0.TransformationFunction.TransformationLambdaConfiguration.LambdaArn';

const NETWORK: readonly Case[] = [
  {
    id: 'elbv2-target-group',
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    property: 'Targets.0.Id',
    with: { TargetType: 'lambda' },
  },
  { id: 'vpclattice-target-group', type: 'AWS::VpcLattice::TargetGroup', property: 'Targets.0.Id', with: { Type: 'LAMBDA' } },
  { id: 'clientvpn-connect-handler', type: 'AWS::EC2::ClientVpnEndpoint', property: 'ClientConnectOptions.LambdaFunctionArn' },
  { id: 'refactorspaces-service', type: 'AWS::RefactorSpaces::Service', property: 'LambdaEndpoint.Arn' },
  {
    id: 'lambda-edge',
    type: 'AWS::CloudFront::Distribution',
    property: 'DistributionConfig.CacheBehaviors.0.LambdaFunctionAssociations.0.LambdaFunctionARN',
  },
  {
    id: 'ses-receipt-rule',
    type: 'AWS::SES::ReceiptRule',
    property: 'Rule.Actions.0.LambdaAction.FunctionArn',
    with: { RuleSetName: 'inbox', 'Rule.Name': 'store' },
  },
  {
    id: 'ses-mailmanager',
    type: 'AWS::SES::MailManagerRuleSet',
    property: 'Rules.0.Actions.0.InvokeLambda.FunctionArn',
    role: 'Rules.0.Actions.0.InvokeLambda.RoleArn',
  },
  {
    id: 'pinpoint-campaign-hook',
    type: 'AWS::Pinpoint::Campaign',
    property: 'CampaignHook.LambdaFunctionName',
    with: { ApplicationId: 'app' },
  },
];

const APPLICATIONS: readonly Case[] = [
  {
    id: 'appsync-conflict-handler',
    type: 'AWS::AppSync::Resolver',
    property: 'SyncConfig.LambdaConflictHandlerConfig.LambdaConflictHandlerArn',
  },
  {
    id: 'appsync-datasource',
    type: 'AWS::AppSync::DataSource',
    property: 'LambdaConfig.LambdaFunctionArn',
    with: { Type: 'AWS_LAMBDA' },
    role: 'ServiceRoleArn',
  },
  {
    id: 'appsync-events-api-authorizer',
    type: 'AWS::AppSync::Api',
    property: 'EventConfig.AuthProviders.0.LambdaAuthorizerConfig.AuthorizerUri',
  },
  {
    id: 'appsync-lambda-authorizer',
    type: 'AWS::AppSync::GraphQLApi',
    property: 'AdditionalAuthenticationProviders.0.LambdaAuthorizerConfig.AuthorizerUri',
  },
  {
    id: 'agentcore-evaluator',
    type: 'AWS::BedrockAgentCore::Evaluator',
    property: 'EvaluatorConfig.CodeBased.LambdaConfig.LambdaArn',
  },
  {
    id: 'agentcore-gateway-interceptor',
    type: 'AWS::BedrockAgentCore::Gateway',
    property: 'InterceptorConfigurations.0.Interceptor.Lambda.Arn',
    role: 'RoleArn',
  },
  {
    id: 'agentcore-gateway-target',
    type: 'AWS::BedrockAgentCore::GatewayTarget',
    property: 'TargetConfiguration.Mcp.Lambda.LambdaArn',
    with: { GatewayIdentifier: { 'Fn::GetAtt': ['Gateway', 'GatewayIdentifier'] } },
    roleOf: 'Gateway',
    resources: { Gateway: { Type: 'AWS::BedrockAgentCore::Gateway', Properties: { Name: 'tools', RoleArn: ROLE } } },
  },
  { id: 'bedrock-agent-actiongroup', type: 'AWS::Bedrock::Agent', property: 'ActionGroups.0.ActionGroupExecutor.Lambda' },
  {
    id: 'bedrock-datasource-transform',
    type: 'AWS::Bedrock::DataSource',
    property: TRANSFORMATION,
    with: { KnowledgeBaseId: { Ref: 'Base' } },
    roleOf: 'Base',
    resources: { Base: { Type: 'AWS::Bedrock::KnowledgeBase', Properties: { Name: 'base', RoleArn: ROLE } } },
  },
  {
    id: 'bedrock-flow',
    type: 'AWS::Bedrock::Flow',
    property: 'Definition.Nodes.0.Configuration.LambdaFunction.LambdaArn',
    role: 'ExecutionRoleArn',
  },
  {
    id: 'connect-integration',
    type: 'AWS::Connect::IntegrationAssociation',
    property: 'IntegrationArn',
    with: { IntegrationType: 'LAMBDA_FUNCTION', InstanceId: 'arn:aws:connect:eu-west-1:123456789012:instance/i' },
  },
  {
    id: 'connect-contact-flow',
    type: 'AWS::Connect::ContactFlow',
    property: 'Content',
    value: { 'Fn::Sub': '{"Actions":[{"Parameters":{"LambdaFunctionARN":"${Fn.Arn}"}}]}' },
  },
  { id: 'ivschat-room', type: 'AWS::IVSChat::Room', property: 'MessageReviewHandler.Uri' },
  { id: 'lexv2-bot-alias', type: 'AWS::Lex::BotAlias', property: CODE_HOOK, with: { BotId: { Ref: 'Bot' } } },
  { id: 'lexv2-bot-test-alias', type: 'AWS::Lex::Bot', property: `TestBotAliasSettings.${CODE_HOOK}` },
  {
    id: 'firehose-transform',
    type: 'AWS::KinesisFirehose::DeliveryStream',
    property: `${PARAMETER}.ParameterValue`,
    with: { [`${PARAMETER}.ParameterName`]: 'LambdaArn' },
    role: 'ExtendedS3DestinationConfiguration.RoleARN',
  },
  {
    id: 'kinesisanalytics-output',
    type: 'AWS::KinesisAnalyticsV2::ApplicationOutput',
    property: 'Output.LambdaOutput.ResourceARN',
    role: 'Output.LambdaOutput.RoleARN',
  },
  {
    id: 'kinesisanalytics-preprocessing',
    type: 'AWS::KinesisAnalytics::Application',
    property: 'Inputs.0.InputProcessingConfiguration.InputLambdaProcessor.ResourceARN',
    role: 'Inputs.0.InputProcessingConfiguration.InputLambdaProcessor.RoleARN',
  },
  {
    id: 'opensearch-ingestion',
    type: 'AWS::OSIS::Pipeline',
    property: 'PipelineConfigurationBody',
    value: { 'Fn::Sub': 'logs:\n  processor:\n    - aws_lambda:\n        function_name: "${Fn.Arn}"\n' },
    role: 'PipelineRoleArn',
  },
  {
    id: 'sagemaker-pipeline-lambda',
    type: 'AWS::SageMaker::Pipeline',
    property: 'PipelineDefinition.PipelineDefinitionBody',
    value: { 'Fn::Sub': '{"Steps":[{"Name":"Register","Type":"Lambda","FunctionArn":"${Fn.Arn}"}]}' },
    role: 'RoleArn',
  },
  { id: 'athena-datacatalog', type: 'AWS::Athena::DataCatalog', property: 'Parameters.function' },
  {
    id: 'kendra-enrichment',
    type: 'AWS::Kendra::DataSource',
    property: 'CustomDocumentEnrichmentConfiguration.PreExtractionHookConfiguration.LambdaArn',
    role: 'CustomDocumentEnrichmentConfiguration.RoleArn',
  },
  {
    id: 'qbusiness-enrichment',
    type: 'AWS::QBusiness::DataSource',
    property: 'DocumentEnrichmentConfiguration.PostExtractionHookConfiguration.LambdaArn',
    role: 'DocumentEnrichmentConfiguration.PostExtractionHookConfiguration.RoleArn',
  },
  { id: 'lambda-esm', type: 'AWS::Lambda::EventSourceMapping', property: 'FunctionName', value: NAME },
  {
    id: 'lambda-eventinvokeconfig-dest',
    type: 'AWS::Lambda::EventInvokeConfig',
    property: 'DestinationConfig.OnSuccess.Destination',
    with: { FunctionName: 'other' },
  },
  {
    id: 'stepfunctions',
    type: 'AWS::StepFunctions::StateMachine',
    property: 'Definition.States.Call.Resource',
    with: { 'Definition.States.Call.Type': 'Task' },
    role: 'RoleArn',
  },
  { id: 'sam-api-authorizer', type: 'AWS::Serverless::HttpApi', property: 'Auth.Authorizers.Own.FunctionArn' },
  {
    id: 'sam-api-authorizer-role',
    type: 'AWS::Serverless::HttpApi',
    property: 'Auth.Authorizers.Own.FunctionArn',
    role: 'Auth.Authorizers.Own.FunctionInvokeRole',
  },
  { id: 'sam-graphqlapi-datasource', type: 'AWS::Serverless::GraphQLApi', property: 'DataSources.Lambda.Pets.FunctionArn' },
  {
    id: 'sam-graphqlapi-datasource-role',
    type: 'AWS::Serverless::GraphQLApi',
    property: 'DataSources.Lambda.Pets.FunctionArn',
    role: 'DataSources.Lambda.Pets.ServiceRoleArn',
  },
];

/** Networks, mail and applications. */
export const APPLICATION_CASES: readonly Case[] = [...NETWORK, ...APPLICATIONS];
