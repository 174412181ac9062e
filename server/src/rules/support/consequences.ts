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

/** By the principal that calls; the quotations are what the services answer. Each row names where that is written. */
const BY_PRINCIPAL: Readonly<Record<string, Consequence>> = {
  // https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
  '*': refused('callers of the URL get 403 Forbidden'),
  // https://repost.aws/knowledge-center/api-gateway-internal-server-error
  'apigateway.amazonaws.com': refused('the API answers 500 “Internal Server Error”'),
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
