import type { Confidence } from '../../../server/src/lambda/index.ts';

/**
 * The ways to have a function called that AWS documents, by who must be allowed what; collected from the developer guides that the rows
 * of the trigger table link to, from the relationships of https://github.com/aws-cloudformation/cloudformation-languageserver
 * (assets/relationship_schemas.json) and from what https://github.com/aws/serverless-application-model makes of events and connectors.
 */

interface Pushed {
  readonly principal: string;
  readonly confidence: Confidence;
  /** What the service presents as `aws:SourceArn` for the resource `Caller` of the row's case; `P`, `R` and `A` are partition, Region and account. */
  readonly source?: string;
}

/** The service calls as itself. */
export const PUSHED: Readonly<Record<string, Pushed>> = {
  'alexa-skill': { principal: 'alexa-appkit.amazon.com', confidence: 'high' },
  'apigw-openapi-authorizer': {
    principal: 'apigateway.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:execute-api:R:A:${Caller}/authorizers/*',
  },
  'apigw-rest-authorizer': {
    principal: 'apigateway.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:execute-api:R:A:${Api}/authorizers/${Caller}',
  },
  'apigw-rest-method': {
    principal: 'apigateway.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:execute-api:R:A:${Api}/*/GET/',
  },
  'apigw-rest-openapi': {
    principal: 'apigateway.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:execute-api:R:A:${Caller}/*/GET/pets/*',
  },
  'apigw-sam-definitionbody': {
    principal: 'apigateway.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:execute-api:R:A:${Caller}/*/GET/pets/*',
  },
  'apigwv2-authorizer': {
    principal: 'apigateway.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:execute-api:R:A:${Api}/authorizers/${Caller}',
  },
  'apigwv2-integration-http': {
    principal: 'apigateway.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:execute-api:R:A:${Api}/*',
  },
  'apigwv2-integration-websocket': {
    principal: 'apigateway.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:execute-api:R:A:${Api}/*',
  },
  'apigwv2-quick-create': {
    principal: 'apigateway.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:execute-api:R:A:${Caller}/*/$default',
  },
  'appconfig-validator': { principal: 'appconfig.amazonaws.com', confidence: 'high' },
  'appflow-connector': { principal: 'appflow.amazonaws.com', confidence: 'medium', source: 'arn:P:appflow:R:A:*' },
  'appsync-events-api-authorizer': { principal: 'appsync.amazonaws.com', confidence: 'medium', source: '${Caller.ApiArn}' },
  'appsync-lambda-authorizer': {
    principal: 'appsync.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:appsync:R:A:apis/${Caller.ApiId}',
  },
  'autoscaling-termination-policy': {
    principal:
      'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
    confidence: 'medium',
  },
  'bedrock-agent-actiongroup': {
    principal: 'bedrock.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:bedrock:R:A:agent/${Caller}',
  },
  'chime-sip-media': { principal: 'voiceconnector.chime.amazonaws.com', confidence: 'medium' },
  'cloudfront-oac-function-url': {
    principal: 'cloudfront.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:cloudfront::A:distribution/${Caller}',
  },
  'cloudwatch-alarm-action': {
    principal: 'lambda.alarms.cloudwatch.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:cloudwatch:R:A:alarm:${Caller}',
  },
  'cloudwatch-composite-alarm-action': {
    principal: 'lambda.alarms.cloudwatch.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:cloudwatch:R:A:alarm:${Caller}',
  },
  'cloudwatch-custom-datasource': { principal: 'lambda.datasource.cloudwatch.amazonaws.com', confidence: 'high' },
  'codecommit-trigger': {
    principal: 'codecommit.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:codecommit:R:A:${Caller.Name}',
  },
  'cognito-identity-pool-sync': {
    principal: 'cognito-sync.amazonaws.com',
    confidence: 'medium',
    source: 'arn:P:cognito-identity:R:A:identitypool/${Caller}',
  },
  'cognito-userpool': {
    principal: 'cognito-idp.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:cognito-idp:R:A:userpool/${Caller}',
  },
  'config-organization-rule': { principal: 'config.amazonaws.com', confidence: 'low' },
  'config-rule': {
    principal: 'config.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:config:R:A:config-rule/${Caller.ConfigRuleId}',
  },
  'connect-integration': {
    principal: 'connect.amazonaws.com',
    confidence: 'medium',
    source: 'arn:aws:connect:eu-west-1:123456789012:instance/i',
  },
  'elbv2-target-group': {
    principal: 'elasticloadbalancing.amazonaws.com',
    confidence: 'high',
    source: '${Caller.TargetGroupArn}',
  },
  'events-rule-target': { principal: 'events.amazonaws.com', confidence: 'high', source: 'arn:P:events:R:A:rule/${Caller}' },
  'function-url': { principal: '*', confidence: 'high' },
  'healthlake-idp': { principal: 'healthlake.amazonaws.com', confidence: 'high' },
  'iot-authorizer': { principal: 'iot.amazonaws.com', confidence: 'high', source: 'arn:P:iot:R:A:authorizer/${Caller}' },
  'iot-certificate-provider': {
    principal: 'iot.amazonaws.com',
    confidence: 'medium',
    source: 'arn:P:iot:R:A:certificateprovider:own',
  },
  'iot-ocsp': { principal: 'iot.amazonaws.com', confidence: 'medium', source: '${Caller.Arn}' },
  'iot-provisioning-hook': {
    principal: 'iot.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:iot:R:A:provisioningtemplate/${Caller}',
  },
  'iot-topic-rule': { principal: 'iot.amazonaws.com', confidence: 'high', source: 'arn:P:iot:R:A:rule/${Caller}' },
  'iotanalytics-pipeline': { principal: 'iotanalytics.amazonaws.com', confidence: 'medium' },
  'iotsitewise-portal-alarm': { principal: 'iotevents.amazonaws.com', confidence: 'low' },
  'ivschat-room': { principal: 'ivschat.amazonaws.com', confidence: 'high', source: 'arn:P:ivschat:R:A:room/*' },
  'lexv2-bot-alias': {
    principal: 'lexv2.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:lex:R:A:bot-alias/${Bot}/${Caller.BotAliasId}',
  },
  'lexv2-bot-test-alias': {
    principal: 'lexv2.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:lex:R:A:bot-alias/${Caller}/TSTALIASID',
  },
  'logs-account-policy': { principal: 'logs.amazonaws.com', confidence: 'medium', source: 'arn:P:logs:R:A:log-group:*' },
  'logs-subscription-filter': { principal: 'logs.amazonaws.com', confidence: 'high', source: 'arn:P:logs:R:A:log-group:/app:*' },
  'pinpoint-campaign-hook': {
    principal: 'pinpoint.${AWS::Region}.amazonaws.com',
    confidence: 'medium',
    source: 'arn:P:mobiletargeting:R:A:apps/app/*',
  },
  's3-bucket-notification': { principal: 's3.amazonaws.com', confidence: 'high', source: 'arn:P:s3:::${Caller}' },
  'secretsmanager-rotation': {
    principal: 'secretsmanager.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:secretsmanager:R:A:secret:${Secret.Name}-${Secret.Suffix}',
  },
  'ses-receipt-rule': {
    principal: 'ses.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:ses:R:A:receipt-rule-set/inbox:receipt-rule/store',
  },
  'sns-subscription': { principal: 'sns.amazonaws.com', confidence: 'high', source: 'arn:P:sns:R:A:${Topic.TopicName}' },
  'sns-topic-inline-subscription': {
    principal: 'sns.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:sns:R:A:${Caller.TopicName}',
  },
  'transfer-server-idp': {
    principal: 'transfer.amazonaws.com',
    confidence: 'high',
    source: 'arn:P:transfer:R:A:server/${Caller.ServerId}',
  },
  'vpclattice-target-group': { principal: 'vpc-lattice.amazonaws.com', confidence: 'medium', source: '${Caller.Arn}' },
  workmail: { principal: 'workmail.${AWS::Region}.amazonaws.com', confidence: 'high' },
};

interface WithRole {
  /** The service that the role must trust. */
  readonly trusts: string;
  readonly confidence: Confidence;
}

/** The service calls with a role. */
export const WITH_ROLE: Readonly<Record<string, WithRole>> = {
  'agentcore-evaluator': { trusts: 'bedrock-agentcore.amazonaws.com', confidence: 'low' },
  'agentcore-gateway-interceptor': { trusts: 'bedrock-agentcore.amazonaws.com', confidence: 'medium' },
  'agentcore-gateway-target': { trusts: 'bedrock-agentcore.amazonaws.com', confidence: 'medium' },
  'apigw-rest-method-credentials': { trusts: 'apigateway.amazonaws.com', confidence: 'high' },
  'appconfig-extension': { trusts: 'appconfig.amazonaws.com', confidence: 'high' },
  'appsync-conflict-handler': { trusts: 'appsync.amazonaws.com', confidence: 'low' },
  'appsync-datasource': { trusts: 'appsync.amazonaws.com', confidence: 'high' },
  'arc-region-switch': { trusts: 'arc-region-switch.amazonaws.com', confidence: 'low' },
  'bedrock-datasource-transform': { trusts: 'bedrock.amazonaws.com', confidence: 'medium' },
  'bedrock-flow': { trusts: 'bedrock.amazonaws.com', confidence: 'low' },
  'cfn-lambda-hook': { trusts: 'hooks.cloudformation.amazonaws.com', confidence: 'high' },
  'chatbot-custom-action': { trusts: 'chatbot.amazonaws.com', confidence: 'medium' },
  'codedeploy-hook': { trusts: 'codedeploy.amazonaws.com', confidence: 'high' },
  'codepipeline-invoke': { trusts: 'codepipeline.amazonaws.com', confidence: 'high' },
  'ecs-deployment-hook': { trusts: 'ecs.amazonaws.com', confidence: 'high' },
  'events-rule-target-role': { trusts: 'events.amazonaws.com', confidence: 'high' },
  'firehose-transform': { trusts: 'firehose.amazonaws.com', confidence: 'high' },
  'iotevents-alarm': { trusts: 'iotevents.amazonaws.com', confidence: 'medium' },
  'iotevents-detector': { trusts: 'iotevents.amazonaws.com', confidence: 'medium' },
  'iottwinmaker-component': { trusts: 'iottwinmaker.amazonaws.com', confidence: 'medium' },
  'kendra-enrichment': { trusts: 'kendra.amazonaws.com', confidence: 'medium' },
  'kinesisanalytics-output': { trusts: 'kinesisanalytics.amazonaws.com', confidence: 'medium' },
  'kinesisanalytics-preprocessing': { trusts: 'kinesisanalytics.amazonaws.com', confidence: 'medium' },
  'opensearch-ingestion': { trusts: 'osis-pipelines.amazonaws.com', confidence: 'medium' },
  'pipes-target': { trusts: 'pipes.amazonaws.com', confidence: 'high' },
  'qbusiness-enrichment': { trusts: 'qbusiness.amazonaws.com', confidence: 'medium' },
  'rds-aurora-lambda': { trusts: 'rds.amazonaws.com', confidence: 'high' },
  'redshift-udf': { trusts: 'redshift.amazonaws.com', confidence: 'high' },
  's3-batch-operations': { trusts: 'batchoperations.s3.amazonaws.com', confidence: 'high' },
  'sagemaker-pipeline-lambda': { trusts: 'sagemaker.amazonaws.com', confidence: 'medium' },
  'scheduler-schedule': { trusts: 'scheduler.amazonaws.com', confidence: 'high' },
  'ses-mailmanager': { trusts: 'ses.amazonaws.com', confidence: 'high' },
  'ssm-automation': { trusts: 'ssm.amazonaws.com', confidence: 'high' },
  'ssm-maintenance-window': { trusts: 'ssm.amazonaws.com', confidence: 'high' },
  stepfunctions: { trusts: 'states.amazonaws.com', confidence: 'high' },
  'swf-lambda-task': { trusts: 'swf.amazonaws.com', confidence: 'medium' },
  'transfer-workflow': { trusts: 'transfer.amazonaws.com', confidence: 'high' },
};

/** Nobody on the function's side has to allow anything. */
export const NOTHING: Readonly<Record<string, Confidence>> = {
  'appsync-channel-namespace': 'high',
  'athena-datacatalog': 'high',
  'autoscaling-lifecycle-hook': 'low',
  'cfn-custom-resource': 'high',
  'cfn-macro': 'high',
  'clientvpn-connect-handler': 'high',
  'cloudtrail-data-events': 'high',
  'connect-contact-flow': 'medium',
  'greengrass-v1': 'high',
  'greengrass-v2': 'high',
  'lambda-edge': 'high',
  'lambda-esm': 'high',
  'lambda-eventinvokeconfig-dest': 'high',
  'logs-destination': 'medium',
  'monitoring-dimensions': 'high',
  'refactorspaces-service': 'low',
  's3-bucket-eventbridge': 'high',
  's3-object-lambda': 'high',
  'secretsmanager-hosted-rotation': 'high',
  'securityagent-agentspace': 'low',
  'servicecatalog-provisioning': 'medium',
};

/** Callers in other accounts are no service: a permission names them. */
export const NO_SERVICE: readonly string[] = ['cross-account-invoke'];

/** Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html */
export const SAM_EVENTS: Readonly<Record<'pushed' | 'polled' | 'with its own role', readonly string[]>> = {
  pushed: [
    ...['AlexaSkill', 'Api', 'CloudWatchEvent', 'CloudWatchLogs', 'Cognito', 'EventBridgeRule'],
    ...['HttpApi', 'IoTRule', 'S3', 'Schedule', 'SNS'],
  ],
  polled: ['DocumentDB', 'DynamoDB', 'Kinesis', 'MQ', 'MSK', 'SelfManagedKafka', 'SQS'],
  'with its own role': ['ScheduleV2'],
};
