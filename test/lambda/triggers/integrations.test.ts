import { expect, test } from 'vitest';
import { TRIGGER_TABLE } from '../../../server/src/lambda/triggers/index.ts';

/**
 * The ways to have a function called that AWS documents, by who must be allowed what. Source: the pages that the rows link to, and
 * the relationships of https://github.com/aws-cloudformation/cloudformation-languageserver.
 */
const INTEGRATIONS = {
  'resource-policy': [
    'alexa-skill',
    'apigw-openapi-authorizer',
    'apigw-rest-authorizer',
    'apigw-rest-method',
    'apigw-rest-openapi',
    'apigw-sam-definitionbody',
    'apigwv2-authorizer',
    'apigwv2-integration-http',
    'apigwv2-integration-websocket',
    'apigwv2-quick-create',
    'appconfig-validator',
    'appflow-connector',
    'appsync-events-api-authorizer',
    'appsync-lambda-authorizer',
    'autoscaling-termination-policy',
    'bedrock-agent-actiongroup',
    'bedrock-flow',
    'chime-sip-media',
    'cloudfront-oac-function-url',
    'cloudwatch-alarm-action',
    'cloudwatch-composite-alarm-action',
    'cloudwatch-custom-datasource',
    'codecommit-trigger',
    'cognito-identity-pool-sync',
    'cognito-userpool',
    'config-organization-rule',
    'config-rule',
    'connect-integration',
    'cross-account-invoke',
    'elbv2-target-group',
    'events-rule-target',
    'function-url',
    'healthlake-idp',
    'iot-authorizer',
    'iot-certificate-provider',
    'iot-ocsp',
    'iot-provisioning-hook',
    'iot-topic-rule',
    'iotanalytics-pipeline',
    'iotsitewise-portal-alarm',
    'ivschat-room',
    'lexv2-bot-alias',
    'lexv2-bot-test-alias',
    'logs-account-policy',
    'logs-subscription-filter',
    'pinpoint-campaign-hook',
    's3-bucket-notification',
    'secretsmanager-rotation',
    'ses-receipt-rule',
    'sns-subscription',
    'sns-topic-inline-subscription',
    'transfer-server-idp',
    'vpclattice-target-group',
    'workmail',
  ],
  none: [
    'appsync-channel-namespace',
    'athena-datacatalog',
    'autoscaling-lifecycle-hook',
    'cfn-custom-resource',
    'cfn-macro',
    'clientvpn-connect-handler',
    'cloudtrail-data-events',
    'connect-contact-flow',
    'greengrass-v1',
    'greengrass-v2',
    'lambda-edge',
    'lambda-esm',
    'lambda-eventinvokeconfig-dest',
    'logs-destination',
    'monitoring-dimensions',
    'refactorspaces-service',
    's3-bucket-eventbridge',
    's3-object-lambda',
    'secretsmanager-hosted-rotation',
    'securityagent-agentspace',
    'servicecatalog-provisioning',
  ],
  'caller-role': [
    'agentcore-evaluator',
    'agentcore-gateway-interceptor',
    'agentcore-gateway-target',
    'apigw-rest-method-credentials',
    'appconfig-extension',
    'appsync-conflict-handler',
    'appsync-datasource',
    'arc-region-switch',
    'bedrock-datasource-transform',
    'cfn-lambda-hook',
    'chatbot-custom-action',
    'codedeploy-hook',
    'codepipeline-invoke',
    'ecs-deployment-hook',
    'events-rule-target-role',
    'firehose-transform',
    'iotevents-alarm',
    'iotevents-detector',
    'iottwinmaker-component',
    'kendra-enrichment',
    'kinesisanalytics-output',
    'kinesisanalytics-preprocessing',
    'opensearch-ingestion',
    'pipes-target',
    'qbusiness-enrichment',
    'rds-aurora-lambda',
    'redshift-udf',
    's3-batch-operations',
    'sagemaker-pipeline-lambda',
    'scheduler-schedule',
    'ses-mailmanager',
    'ssm-automation',
    'ssm-maintenance-window',
    'stepfunctions',
    'swf-lambda-task',
    'transfer-workflow',
  ],
};

/** What the table knows beyond: variants with a role, and what SAM makes. */
const BEYOND = /-credentials$|^sam-|^function-url-iam$/;

test('the table has every integration, and none that is not listed', () => {
  const ids = TRIGGER_TABLE.map(({ definition }) => definition.id).filter(
    (id) => !BEYOND.test(id) || id === 'apigw-rest-method-credentials',
  );
  const listed = Object.values(INTEGRATIONS).flat();
  expect(ids.sort()).toEqual(listed.sort());
  expect(listed).toHaveLength(111);
});

test.each(Object.entries(INTEGRATIONS))('%s', (mechanism, ids) => {
  const found = ids.map((id) => TRIGGER_TABLE.find(({ definition }) => definition.id === id)?.definition.mechanism);
  // Polling is a mechanism of its own here: no caller needs anything, but the execution role does.
  expect(found).toEqual(ids.map((id) => (id === 'lambda-esm' ? 'poll' : mechanism)));
});

/** Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html */
const SAM_EVENT_TYPES = [
  ...['AlexaSkill', 'Api', 'CloudWatchEvent', 'CloudWatchLogs', 'Cognito', 'DocumentDB', 'DynamoDB', 'EventBridgeRule'],
  ...['HttpApi', 'IoTRule', 'Kinesis', 'MQ', 'MSK', 'S3', 'Schedule', 'ScheduleV2', 'SelfManagedKafka', 'SNS', 'SQS'],
];

test('the table has every SAM event type', () => {
  const ids = TRIGGER_TABLE.map(({ definition }) => definition.id).filter((id) => id.startsWith('sam-event-'));
  const variants = ['sam-event-schedulev2-role', 'sam-event-sns-queue'];
  expect(ids.sort()).toEqual([...SAM_EVENT_TYPES.map((type) => `sam-event-${type.toLowerCase()}`), ...variants].sort());
});
