/**
 * The service in the ARN that a service principal presents as `aws:SourceArn`.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html and the pages of the services on their Lambda triggers;
 * ARN formats: https://docs.aws.amazon.com/service-authorization/latest/reference/
 */
const SERVICES: readonly (readonly [principal: string, service: string])[] = [
  ['apigateway.amazonaws.com', 'execute-api'],
  ['codecommit.amazonaws.com', 'codecommit'],
  ['cognito-idp.amazonaws.com', 'cognito-idp'],
  ['cognito-sync.amazonaws.com', 'cognito-identity'],
  ['config.amazonaws.com', 'config'],
  ['elasticloadbalancing.amazonaws.com', 'elasticloadbalancing'],
  ['events.amazonaws.com', 'events'],
  ['iot.amazonaws.com', 'iot'],
  ['lambda.alarms.cloudwatch.amazonaws.com', 'cloudwatch'],
  ['logs.amazonaws.com', 'logs'],
  ['s3.amazonaws.com', 's3'],
  ['secretsmanager.amazonaws.com', 'secretsmanager'],
  ['ses.amazonaws.com', 'ses'],
  ['sns.amazonaws.com', 'sns'],
];

const SERVICE_OF = new Map(SERVICES);
const PRINCIPAL_OF = new Map(SERVICES.map(([principal, service]) => [service, principal]));

/** The service whose ARNs a principal presents; `undefined` where it is not known or may be several. */
export function presentedService(principal: string): string | undefined {
  return SERVICE_OF.get(principal.replace(/^logs\..+\.(?=amazonaws\.)/, 'logs.'));
}

/** The principal that presents the ARNs of a service. */
export function presentingPrincipal(service: string): string | undefined {
  return PRINCIPAL_OF.get(service);
}
