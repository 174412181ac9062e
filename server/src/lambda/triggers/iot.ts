import { roleOfNamed } from './callerRoles.ts';
import { at, calledBy, calledWithRole, needsNothing, type TriggerRow } from './row.ts';
import { arn, ownArn } from './sources.ts';

const called = (row: Parameters<typeof calledBy>[1]) => calledBy('iot.amazonaws.com', row);

export const iot: readonly TriggerRow[] = [
  {
    definition: needsNothing({
      id: 'greengrass-v1',
      title: 'AWS IoT Greengrass V1 function',
      docsUrl: 'https://docs.aws.amazon.com/greengrass/v1/developerguide/lambda-functions.html',
      reason: "The code runs on the device, which fetches it with Greengrass's service role.",
    }),
    types: [
      'AWS::Greengrass::FunctionDefinition',
      'AWS::Greengrass::FunctionDefinitionVersion',
      'AWS::Greengrass::SubscriptionDefinition',
      'AWS::Greengrass::SubscriptionDefinitionVersion',
    ],
    find: at({
      at: [
        'InitialVersion.Functions[].FunctionArn',
        'Functions[].FunctionArn',
        'InitialVersion.Subscriptions[].Source',
        'InitialVersion.Subscriptions[].Target',
        'Subscriptions[].Source',
        'Subscriptions[].Target',
      ],
      others: true,
    }),
  },
  {
    definition: needsNothing({
      id: 'greengrass-v2',
      title: 'AWS IoT Greengrass V2 component',
      docsUrl: 'https://docs.aws.amazon.com/greengrass/v2/developerguide/run-lambda-functions.html',
      reason: 'The function is imported as a component and runs on the device.',
    }),
    types: ['AWS::GreengrassV2::ComponentVersion'],
    find: at({ at: 'LambdaFunction.LambdaArn' }),
  },
  {
    definition: called({
      id: 'iot-authorizer',
      title: 'AWS IoT custom authorizer',
      docsUrl: 'https://docs.aws.amazon.com/iot/latest/developerguide/config-custom-auth.html',
    }),
    types: ['AWS::IoT::Authorizer'],
    find: at({ at: 'AuthorizerFunctionArn', source: ownArn }),
  },
  {
    definition: called({
      id: 'iot-certificate-provider',
      title: 'AWS IoT certificate provider',
      docsUrl: 'https://docs.aws.amazon.com/iot/latest/developerguide/provisioning-cert-provider.html',
      confidence: 'medium',
      checkedAtDeployment: true,
    }),
    types: ['AWS::IoT::CertificateProvider'],
    find: at({
      at: 'LambdaFunctionArn',
      source: arn('arn:{P}:iot:{R}:{A}:certificateprovider:{CertificateProviderName}'),
    }),
  },
  {
    definition: called({
      id: 'iot-ocsp',
      title: 'AWS IoT OCSP stapling',
      docsUrl: 'https://docs.aws.amazon.com/iot/latest/developerguide/iot-custom-endpoints-cert-config.html',
      confidence: 'medium',
    }),
    types: ['AWS::IoT::DomainConfiguration'],
    find: at({ at: 'ServerCertificateConfig.OcspLambdaArn', source: ownArn }),
  },
  {
    definition: called({
      id: 'iot-provisioning-hook',
      title: 'AWS IoT pre-provisioning hook',
      docsUrl: 'https://docs.aws.amazon.com/iot/latest/developerguide/pre-provisioning-hook.html',
      checkedAtDeployment: true,
    }),
    types: ['AWS::IoT::ProvisioningTemplate'],
    find: at({ at: 'PreProvisioningHook.TargetArn', source: ownArn }),
  },
  {
    definition: called({
      id: 'iot-topic-rule',
      title: 'AWS IoT rule',
      docsUrl: 'https://docs.aws.amazon.com/iot/latest/developerguide/lambda-rule-action.html',
    }),
    types: ['AWS::IoT::TopicRule'],
    find: at({
      at: ['TopicRulePayload.Actions[].Lambda.FunctionArn', 'TopicRulePayload.ErrorAction.Lambda.FunctionArn'],
      source: ownArn,
    }),
  },
  {
    definition: calledBy('iotanalytics.amazonaws.com', {
      id: 'iotanalytics-pipeline',
      title: 'AWS IoT Analytics Lambda activity',
      docsUrl: 'https://docs.aws.amazon.com/iotanalytics/latest/userguide/pipeline-activities.html',
      confidence: 'medium',
    }),
    types: ['AWS::IoTAnalytics::Pipeline'],
    find: at({ at: 'PipelineActivities[].Lambda.LambdaName' }),
  },
  {
    definition: calledWithRole('iotevents.amazonaws.com', {
      id: 'iotevents-alarm',
      title: 'AWS IoT Events alarm',
      docsUrl: 'https://docs.aws.amazon.com/iotevents/latest/developerguide/iotevents-permissions.html',
      confidence: 'medium',
      reason: "IoT Events calls with the alarm model's role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::IoTEvents::AlarmModel'],
    find: at({ at: 'AlarmEventActions.AlarmActions[].Lambda.FunctionArn', role: 'RoleArn' }),
  },
  {
    definition: calledWithRole('iotevents.amazonaws.com', {
      id: 'iotevents-detector',
      title: 'AWS IoT Events detector',
      docsUrl: 'https://docs.aws.amazon.com/iotevents/latest/developerguide/iotevents-permissions.html',
      confidence: 'medium',
      reason: "IoT Events calls with the detector model's role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::IoTEvents::DetectorModel'],
    find: at({
      at: ['OnInput', 'OnEnter', 'OnExit'].map(
        (moment) => `DetectorModelDefinition.States[].${moment}.Events[].Actions[].Lambda.FunctionArn`,
      ),
      role: 'RoleArn',
    }),
  },
  {
    definition: calledBy('iotevents.amazonaws.com', {
      id: 'iotsitewise-portal-alarm',
      title: 'AWS IoT SiteWise portal alarm',
      docsUrl: 'https://docs.aws.amazon.com/iotevents/latest/developerguide/lambda-support.html',
      confidence: 'low',
    }),
    types: ['AWS::IoTSiteWise::Portal'],
    find: at({ at: 'Alarms.NotificationLambdaArn' }),
  },
  {
    definition: calledWithRole('iottwinmaker.amazonaws.com', {
      id: 'iottwinmaker-component',
      title: 'AWS IoT TwinMaker component',
      docsUrl: 'https://docs.aws.amazon.com/iot-twinmaker/latest/guide/twinmaker-gs-service-role.html',
      confidence: 'medium',
      reason: "TwinMaker calls with the workspace's role, which must allow lambda:InvokeFunction.",
    }),
    types: ['AWS::IoTTwinMaker::ComponentType'],
    find: at({
      at: 'Functions.*.ImplementedBy.Lambda.Arn',
      role: roleOfNamed('WorkspaceId', 'AWS::IoTTwinMaker::Workspace', 'Role'),
    }),
  },
];
