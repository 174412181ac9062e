import type { Trigger } from '../../lambda/index.ts';
import type { Outcome } from '../rule.ts';

/** What happens when a service may not call a function that it is told to call. */
export interface Consequence {
  /** A whole sentence: when it hurts, and where it shows. */
  readonly words: string;
  readonly outcome: Outcome;
}

const deployFails = (quoted: string): Consequence => ({
  words: `Deployment fails with “${quoted}”.`,
  outcome: 'deploy-fails',
});

const silent = (shownBy: string): Consequence => ({
  words: `Deployment succeeds, but the function is never called: only ${shownBy} shows it.`,
  outcome: 'trigger-silent',
});

const refused = (words: string): Consequence => ({ words: `Deployment succeeds, but ${words}.`, outcome: 'access-denied' });

/** Source: https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html */
const FAILS: Consequence = { words: 'Deployment fails.', outcome: 'deploy-fails' };
const USUALLY: Consequence = { words: 'Deployment succeeds, but the function is never called.', outcome: 'trigger-silent' };

const ANY_API = refused('the API answers 500 “Internal Server Error”');

/** By the principal that calls; the quotations are what the services answer. Each row names where that is written. */
const BY_PRINCIPAL: Readonly<Record<string, Consequence>> = {
  // https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
  '*': refused('callers of the URL get 403 Forbidden'),
  // https://repost.aws/knowledge-center/api-gateway-internal-server-error
  'apigateway.amazonaws.com': ANY_API,
  // https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html
  'bedrock.amazonaws.com': refused('the agent fails with an access-denied error when it calls the function'),
  // https://repost.aws/knowledge-center/cognito-lambda-trigger-errors
  'cognito-idp.amazonaws.com': refused('users cannot sign in or up: “invocation failed due to error AccessDeniedException”'),
  // https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_lambda-functions.html
  'config.amazonaws.com': deployFails('The AWS Lambda function cannot be invoked'),
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
  'elasticloadbalancing.amazonaws.com': deployFails('elasticloadbalancing principal does not have permission to invoke'),
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html
  'events.amazonaws.com': silent('the rule’s metric FailedInvocations'),
  // https://docs.aws.amazon.com/iot/latest/developerguide/iot-lambda-rule.html
  'iot.amazonaws.com': silent('the log of AWS IoT'),
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
  'lambda.alarms.cloudwatch.amazonaws.com': silent('the alarm’s history'),
  // https://repost.aws/knowledge-center/lambda-cloudwatch-log-subscription
  'logs.amazonaws.com': deployFails(
    'Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.',
  ),
  // https://repost.aws/knowledge-center/unable-validate-destination-s3
  's3.amazonaws.com': deployFails('Unable to validate the following destination configurations'),
  // https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html
  'secretsmanager.amazonaws.com': deployFails('Secrets Manager cannot invoke the specified Lambda function'),
  // https://docs.aws.amazon.com/ses/latest/dg/receiving-email-permissions.html
  'ses.amazonaws.com': deployFails('Could not invoke Lambda function'),
  // https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html
  'sns.amazonaws.com': silent('the topic’s metric NumberOfNotificationsFailed'),
  // https://docs.aws.amazon.com/transfer/latest/userguide/custom-lambda-idp.html
  'transfer.amazonaws.com': refused('users cannot log in'),
};

/** REST APIs write what is wrong into their execution log. Source: https://repost.aws/knowledge-center/api-gateway-rest-api-lambda-errors */
const REST_API = refused(
  'the API answers 500 “Internal server error”, and its log says “Invalid permissions on Lambda function”',
);

/** What happens without the permission that a trigger needs. */
export function consequenceOf({ definition: { id, principal = '', checkedAtDeployment }, resource }: Trigger): Consequence {
  if (principal === 'apigateway.amazonaws.com' && (id === 'sam-event-api' || isRestApi(resource.type))) return REST_API;
  const known = BY_PRINCIPAL[principal.replace('.${AWS::Region}.', '.')];
  if (known && (known.outcome === 'deploy-fails') === checkedAtDeployment) return known;
  return checkedAtDeployment ? FAILS : USUALLY;
}

function isRestApi(type: string): boolean {
  return type.startsWith('AWS::ApiGateway::') || type === 'AWS::Serverless::Api';
}

const DENIED: Consequence = { words: 'The call is denied at run time.', outcome: 'access-denied' };
const SCHEDULE = silent('the metric TargetErrorCount of the schedule group');
const FIELD = refused('the fields of this data source answer with an error');

/** The same for what calls with a role of its own, by trigger. */
const WITH_ROLE: Readonly<Record<string, Consequence>> = {
  // https://docs.aws.amazon.com/appsync/latest/devguide/attaching-a-data-source.html
  'appsync-datasource': FIELD,
  'sam-graphqlapi-datasource-role': FIELD,
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
  'events-rule-target-role': silent('the rule’s metric FailedInvocations'),
  // https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-failure-handling.html
  'firehose-transform': refused('records are not transformed, and end up under processing-failed/ in the bucket'),
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-monitoring.html
  'pipes-target': silent('the pipe’s metric ExecutionFailed'),
  // https://docs.aws.amazon.com/scheduler/latest/UserGuide/monitoring-cloudwatch.html
  'scheduler-schedule': SCHEDULE,
  'sam-event-schedulev2-role': SCHEDULE,
  // https://docs.aws.amazon.com/step-functions/latest/dg/lambda-iam.html
  stepfunctions: { words: 'The task fails with an access-denied error at run time.', outcome: 'access-denied' },
};

/** What happens where the role of a trigger cannot call. */
export function consequenceForRole({ definition: { id, callerPrincipal }, resource }: Trigger): Consequence {
  if (callerPrincipal !== 'apigateway.amazonaws.com') return (Object.hasOwn(WITH_ROLE, id) && WITH_ROLE[id]) || DENIED;
  return isRestApi(resource.type) ? REST_API : ANY_API;
}
