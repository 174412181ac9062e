import { type Case, NAME } from './case.ts';

const OPERATIONS: readonly Case[] = [
  {
    id: 'logs-subscription-filter',
    type: 'AWS::Logs::SubscriptionFilter',
    property: 'DestinationArn',
    with: { LogGroupName: '/app' },
  },
  {
    id: 'logs-account-policy',
    type: 'AWS::Logs::AccountPolicy',
    property: 'PolicyDocument.DestinationArn',
    with: {
      PolicyType: 'SUBSCRIPTION_FILTER_POLICY',
      PolicyDocument: { 'Fn::Sub': '{ "DestinationArn": "${Fn.Arn}", "FilterPattern": "" }' },
    },
  },
  { id: 'logs-destination', type: 'AWS::Logs::Destination', property: 'TargetArn' },
  { id: 'cloudwatch-alarm-action', type: 'AWS::CloudWatch::Alarm', property: 'AlarmActions.0' },
  { id: 'cloudwatch-composite-alarm-action', type: 'AWS::CloudWatch::CompositeAlarm', property: 'OKActions.0' },
  {
    id: 'appconfig-extension',
    type: 'AWS::AppConfig::Extension',
    property: 'Actions.ON_DEPLOYMENT_START.0.Uri',
    role: 'Actions.ON_DEPLOYMENT_START.0.RoleArn',
  },
  {
    id: 'appconfig-validator',
    type: 'AWS::AppConfig::ConfigurationProfile',
    property: 'Validators.0.Content',
    with: { 'Validators.0.Type': 'LAMBDA' },
  },
  {
    id: 'config-organization-rule',
    type: 'AWS::Config::OrganizationConfigRule',
    property: 'OrganizationCustomRuleMetadata.LambdaFunctionArn',
  },
  {
    id: 'config-rule',
    type: 'AWS::Config::ConfigRule',
    property: 'Source.SourceIdentifier',
    with: { 'Source.Owner': 'CUSTOM_LAMBDA' },
  },
  {
    id: 'secretsmanager-rotation',
    type: 'AWS::SecretsManager::RotationSchedule',
    property: 'RotationLambdaARN',
    with: { SecretId: { Ref: 'Secret' } },
    resources: { Secret: { Type: 'AWS::SecretsManager::Secret' } },
  },
  {
    id: 'ssm-automation',
    type: 'AWS::SSM::Document',
    property: 'Content.mainSteps.0.inputs.FunctionName',
    value: NAME,
    with: { 'Content.mainSteps.0.action': 'aws:invokeLambdaFunction' },
    role: 'Content.assumeRole',
  },
  {
    id: 'ssm-maintenance-window',
    type: 'AWS::SSM::MaintenanceWindowTask',
    property: 'TaskArn',
    with: { TaskType: 'LAMBDA' },
    role: 'ServiceRoleArn',
  },
  { id: 'codecommit-trigger', type: 'AWS::CodeCommit::Repository', property: 'Triggers.0.DestinationArn' },
  {
    id: 'codepipeline-invoke',
    type: 'AWS::CodePipeline::Pipeline',
    property: 'Stages.0.Actions.0.Configuration.FunctionName',
    value: NAME,
    with: { 'Stages.0.Actions.0.ActionTypeId.Provider': 'Lambda' },
    role: 'RoleArn',
  },
  { id: 'cfn-custom-resource', type: 'Custom::Thing', property: 'ServiceToken' },
  { id: 'cfn-lambda-hook', type: 'AWS::CloudFormation::LambdaHook', property: 'LambdaFunction', role: 'ExecutionRole' },
  { id: 'cfn-macro', type: 'AWS::CloudFormation::Macro', property: 'FunctionName' },
  {
    id: 'arc-region-switch',
    type: 'AWS::ARCRegionSwitch::Plan',
    property: 'Workflows.0.Steps.0.ExecutionBlockConfiguration.CustomActionLambdaConfig.Lambdas.0.Arn',
    role: 'ExecutionRole',
  },
  { id: 'autoscaling-lifecycle-hook', type: 'AWS::AutoScaling::LifecycleHook', property: 'NotificationTargetARN' },
  { id: 'autoscaling-termination-policy', type: 'AWS::AutoScaling::AutoScalingGroup', property: 'TerminationPolicies.0' },
  {
    id: 'ecs-deployment-hook',
    type: 'AWS::ECS::Service',
    property: 'DeploymentConfiguration.LifecycleHooks.0.HookTargetArn',
    role: 'DeploymentConfiguration.LifecycleHooks.0.RoleArn',
  },
  { id: 'securityagent-agentspace', type: 'AWS::SecurityAgent::AgentSpace', property: 'AwsResources.LambdaFunctionArns.0' },
];

const IDENTITY_AND_DEVICES: readonly Case[] = [
  { id: 'cognito-userpool', type: 'AWS::Cognito::UserPool', property: 'LambdaConfig.CustomEmailSender.LambdaArn' },
  { id: 'cognito-identity-pool-sync', type: 'AWS::Cognito::IdentityPool', property: 'CognitoEvents.SyncTrigger' },
  { id: 'greengrass-v1', type: 'AWS::Greengrass::FunctionDefinitionVersion', property: 'Functions.0.FunctionArn' },
  { id: 'greengrass-v2', type: 'AWS::GreengrassV2::ComponentVersion', property: 'LambdaFunction.LambdaArn' },
  { id: 'iot-authorizer', type: 'AWS::IoT::Authorizer', property: 'AuthorizerFunctionArn' },
  {
    id: 'iot-certificate-provider',
    type: 'AWS::IoT::CertificateProvider',
    property: 'LambdaFunctionArn',
    with: { CertificateProviderName: 'own' },
  },
  { id: 'iot-ocsp', type: 'AWS::IoT::DomainConfiguration', property: 'ServerCertificateConfig.OcspLambdaArn' },
  { id: 'iot-provisioning-hook', type: 'AWS::IoT::ProvisioningTemplate', property: 'PreProvisioningHook.TargetArn' },
  { id: 'iot-topic-rule', type: 'AWS::IoT::TopicRule', property: 'TopicRulePayload.Actions.0.Lambda.FunctionArn' },
  {
    id: 'iotanalytics-pipeline',
    type: 'AWS::IoTAnalytics::Pipeline',
    property: 'PipelineActivities.0.Lambda.LambdaName',
    value: NAME,
  },
  {
    id: 'iotevents-alarm',
    type: 'AWS::IoTEvents::AlarmModel',
    property: 'AlarmEventActions.AlarmActions.0.Lambda.FunctionArn',
    role: 'RoleArn',
  },
  {
    id: 'iotevents-detector',
    type: 'AWS::IoTEvents::DetectorModel',
    property: 'DetectorModelDefinition.States.0.OnEnter.Events.0.Actions.0.Lambda.FunctionArn',
    role: 'RoleArn',
  },
  { id: 'iotsitewise-portal-alarm', type: 'AWS::IoTSiteWise::Portal', property: 'Alarms.NotificationLambdaArn' },
  {
    id: 'iottwinmaker-component',
    type: 'AWS::IoTTwinMaker::ComponentType',
    property: 'Functions.reader.ImplementedBy.Lambda.Arn',
  },
  {
    id: 'transfer-server-idp',
    type: 'AWS::Transfer::Server',
    property: 'IdentityProviderDetails.Function',
    with: { IdentityProviderType: 'AWS_LAMBDA' },
  },
  { id: 'transfer-workflow', type: 'AWS::Transfer::Workflow', property: 'OnExceptionSteps.0.CustomStepDetails.Target' },
  { id: 'healthlake-idp', type: 'AWS::HealthLake::FHIRDatastore', property: 'IdentityProviderConfiguration.IdpLambdaArn' },
  { id: 'appflow-connector', type: 'AWS::AppFlow::Connector', property: 'ConnectorProvisioningConfig.Lambda.LambdaArn' },
];

/** Operations, identity and devices. */
export const OPERATION_CASES: readonly Case[] = [...OPERATIONS, ...IDENTITY_AND_DEVICES];
