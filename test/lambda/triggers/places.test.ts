import { expect, test } from 'vitest';
import { ARN } from './cases/index.ts';
import { FN, inBoth, invocationIn, type Json, objectOf, shown } from './fixture.ts';

const HOOK = 'CodeHookSpecification.LambdaCodeHook.LambdaArn';
const OF_LOCALE = `BotAliasLocaleSettings.1.BotAliasLocaleSetting.${HOOK}`;
const INPUT = 'InputProcessingConfiguration.InputLambdaProcessor.ResourceARN';
const POOL = (trigger: string): readonly [string, string] => ['cognito-userpool', `LambdaConfig.${trigger}`];
const EVENTS = 'DetectorModelDefinition.States.0';

/** Every property of a row beside the one that its case has. Source: each type's page of the CloudFormation reference. */
const OTHER_PLACES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'AWS::AppSync::FunctionConfiguration': [
    ['appsync-conflict-handler', 'SyncConfig.LambdaConflictHandlerConfig.LambdaConflictHandlerArn'],
  ],
  'AWS::AppSync::GraphQLApi': [['appsync-lambda-authorizer', 'LambdaAuthorizerConfig.AuthorizerUri']],
  'AWS::Athena::DataCatalog': [
    ['athena-datacatalog', 'Parameters.metadata-function'],
    ['athena-datacatalog', 'Parameters.record-function'],
  ],
  'AWS::AutoScaling::AutoScalingGroup': [
    ['autoscaling-lifecycle-hook', 'LifecycleHookSpecificationList.0.NotificationTargetARN'],
  ],
  'AWS::Bedrock::Agent': [
    ['bedrock-agent-actiongroup', 'PromptOverrideConfiguration.OverrideLambda'],
    ['bedrock-agent-actiongroup', 'CustomOrchestration.Executor.Lambda'],
  ],
  'AWS::Bedrock::FlowVersion': [['bedrock-flow', 'Definition.Nodes.2.Configuration.LambdaFunction.LambdaArn']],
  'AWS::CloudFormation::CustomResource': [['cfn-custom-resource', 'ServiceToken']],
  'AWS::CloudFront::Distribution': [
    ['lambda-edge', 'DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations.0.LambdaFunctionARN'],
  ],
  'AWS::CloudWatch::Alarm': [
    ['cloudwatch-alarm-action', 'OKActions.0'],
    ['cloudwatch-alarm-action', 'InsufficientDataActions.0'],
  ],
  'AWS::CloudWatch::CompositeAlarm': [
    ['cloudwatch-composite-alarm-action', 'AlarmActions.0'],
    ['cloudwatch-composite-alarm-action', 'InsufficientDataActions.0'],
  ],
  'AWS::Cognito::UserPool': [
    ...['CreateAuthChallenge', 'CustomMessage', 'DefineAuthChallenge', 'PostAuthentication', 'PostConfirmation'].map(POOL),
    ...['PreAuthentication', 'PreSignUp', 'PreTokenGeneration', 'UserMigration', 'VerifyAuthChallengeResponse'].map(POOL),
    ...['CustomSMSSender.LambdaArn', 'InboundFederation.LambdaArn', 'PreTokenGenerationConfig.LambdaArn'].map(POOL),
  ],
  'AWS::Greengrass::FunctionDefinition': [['greengrass-v1', 'InitialVersion.Functions.0.FunctionArn']],
  'AWS::Greengrass::SubscriptionDefinition': [
    ['greengrass-v1', 'InitialVersion.Subscriptions.0.Source'],
    ['greengrass-v1', 'InitialVersion.Subscriptions.0.Target'],
  ],
  'AWS::Greengrass::SubscriptionDefinitionVersion': [
    ['greengrass-v1', 'Subscriptions.0.Source'],
    ['greengrass-v1', 'Subscriptions.0.Target'],
  ],
  'AWS::IoT::TopicRule': [['iot-topic-rule', 'TopicRulePayload.ErrorAction.Lambda.FunctionArn']],
  'AWS::IoTEvents::DetectorModel': [
    ['iotevents-detector', `${EVENTS}.OnInput.Events.0.Actions.0.Lambda.FunctionArn`],
    ['iotevents-detector', `${EVENTS}.OnExit.Events.0.Actions.0.Lambda.FunctionArn`],
  ],
  'AWS::Kendra::DataSource': [
    ['kendra-enrichment', 'CustomDocumentEnrichmentConfiguration.PostExtractionHookConfiguration.LambdaArn'],
  ],
  'AWS::KinesisAnalytics::ApplicationOutput': [['kinesisanalytics-output', 'Output.LambdaOutput.ResourceARN']],
  'AWS::KinesisAnalyticsV2::Application': [
    ['kinesisanalytics-preprocessing', `ApplicationConfiguration.SqlApplicationConfiguration.Inputs.0.${INPUT}`],
  ],
  'AWS::Lambda::EventInvokeConfig': [['lambda-eventinvokeconfig-dest', 'DestinationConfig.OnFailure.Destination']],
  'AWS::Lex::BotAlias': [['lexv2-bot-alias', OF_LOCALE]],
  'AWS::Pinpoint::ApplicationSettings': [['pinpoint-campaign-hook', 'CampaignHook.LambdaFunctionName']],
  'AWS::Pipes::Pipe': [['pipes-target', 'Target']],
  'AWS::QBusiness::DataSource': [
    ['qbusiness-enrichment', 'DocumentEnrichmentConfiguration.PreExtractionHookConfiguration.LambdaArn'],
  ],
  'AWS::SecurityAgent::Pentest': [['securityagent-agentspace', 'AwsResources.LambdaFunctionArns.0']],
  'AWS::Serverless::Function': [['codedeploy-hook', 'DeploymentPreference.Hooks.PostTraffic']],
  'AWS::Transfer::Workflow': [['transfer-workflow', 'Steps.0.CustomStepDetails.Target']],
};

const PLACES = Object.entries(OTHER_PLACES).flatMap(([type, places]) => places.map(([id, property]) => ({ type, id, property })));

/** The triggers of a resource that names the function there. */
function triggersOf(type: string, values: Readonly<Record<string, Json>>): readonly (readonly string[])[] {
  const resource: Json = { Type: type, Properties: objectOf(values) };
  return inBoth({ AWSTemplateFormatVersion: '2010-09-09', Resources: { Fn: FN, Caller: resource } }).map(([, template]) =>
    invocationIn(template)
      .triggers.filter(({ target }) => target.logicalId === 'Fn')
      .map(({ definition, property }) => `${definition.id} ${property}`),
  );
}

/** A path whose lists begin at 0: what stands before an item of a list is something else. */
function padded(property: string): Readonly<Record<string, Json>> {
  const at = property.search(/\.[1-9]/);
  const before =
    at < 0 ? [] : Array.from({ length: Number(property[at + 1]) }, (_, i) => [`${property.slice(0, at)}.${i}.Name`, 'x']);
  return { ...Object.fromEntries(before), [property]: ARN };
}

test.each(PLACES)('$id: $type $property', ({ type, id, property }) => {
  const found = [`${id} ${property}`];
  expect(triggersOf(type, padded(property))).toEqual([found, found]);
});

const DESTINATIONS = [
  ...['AmazonOpenSearchServerless', 'Amazonopensearchservice', 'Elasticsearch', 'ExtendedS3', 'HttpEndpoint'],
  ...['Iceberg', 'Redshift', 'Snowflake', 'Splunk'],
].map((destination) => `${destination}DestinationConfiguration`);

test.each(DESTINATIONS)('a transformation of Firehose for %s', (destination) => {
  const parameter = `${destination}.ProcessingConfiguration.Processors.0.Parameters.0`;
  const found = [`firehose-transform ${parameter}.ParameterValue`];
  const values = { [`${parameter}.ParameterName`]: 'LambdaArn', [`${parameter}.ParameterValue`]: ARN };
  expect(triggersOf('AWS::KinesisFirehose::DeliveryStream', values)).toEqual([found, found]);
  const off = { ...values, [`${destination}.ProcessingConfiguration.Enabled`]: false };
  expect(triggersOf('AWS::KinesisFirehose::DeliveryStream', off)).toEqual([[], []]);
});

test('one item in place of a list of one', () => {
  const found = ['events-rule-target Targets.0.Arn'];
  expect(triggersOf('AWS::Events::Rule', { 'Targets.Arn': ARN, 'Targets.Id': 'fn' })).toEqual([found, found]);
});

test('what only looks like a function of the row', () => {
  const nothing = [[], []];
  expect(triggersOf('AWS::SNS::Subscription', { Protocol: 'sqs', Endpoint: ARN })).toEqual(nothing);
  expect(triggersOf('AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip', 'Targets.0.Id': ARN })).toEqual(nothing);
  expect(triggersOf('AWS::Config::ConfigRule', { 'Source.Owner': 'AWS', 'Source.SourceIdentifier': ARN })).toEqual(nothing);
  expect(triggersOf('AWS::SSM::MaintenanceWindowTask', { TaskType: 'STEP_FUNCTIONS', TaskArn: ARN })).toEqual(nothing);
  expect(triggersOf('AWS::Transfer::Server', { 'IdentityProviderDetails.Function': ARN })).toEqual(nothing);
});

/** A schedule that calls an operation of Lambda, which names the function in its input. */
test('a universal target of EventBridge Scheduler', () => {
  const schedule = (target: Json, input: Json): Readonly<Record<string, Json>> => ({
    'Target.Arn': target,
    'Target.RoleArn': { 'Fn::GetAtt': ['CallerRole', 'Arn'] },
    'Target.Input': input,
  });
  const type = 'AWS::Scheduler::Schedule';
  const input: Json = { 'Fn::Sub': '{"FunctionName":"${Fn.Arn}","InvocationType":"Event"}' };
  const found = ['scheduler-schedule Target.Input'];
  expect(triggersOf(type, schedule('arn:aws:scheduler:::aws-sdk:lambda:invoke', input))).toEqual([found, found]);
  const anywhere: Json = { 'Fn::Sub': 'arn:${AWS::Partition}:scheduler:::aws-sdk:lambda:invoke' };
  expect(triggersOf(type, schedule(anywhere, input))).toEqual([found, found]);
  expect(triggersOf(type, schedule('arn:aws:scheduler:::aws-sdk:lambda:updateFunctionCode', input))).toEqual([[], []]);
  const stray = inBoth({ Resources: { Fn: FN, S: { Type: type, Properties: objectOf(schedule(anywhere, '{}')) } } });
  expect(stray.map(([, template]) => invocationIn(template).triggers.map(({ target }) => shown(target.value)))).toEqual([[], []]);
});
