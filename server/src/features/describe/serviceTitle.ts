import type { IamKnowledge } from '../../iam/index.ts';
import { code } from './markdown.ts';

/**
 * Service principals that are not called as the actions of their service.
 * Source: the pages of the trigger table (`server/src/lambda/triggers/`), and for the others
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
const TITLES: Readonly<Record<string, string>> = {
  'alexa-appkit.amazon.com': 'Alexa Skills Kit',
  'alexa-connectedhome.amazon.com': 'Alexa Smart Home',
  'delivery.logs.amazonaws.com': 'Amazon CloudWatch Logs (delivery)',
  'ecs-tasks.amazonaws.com': 'Amazon ECS tasks',
  'edgelambda.amazonaws.com': 'Lambda@Edge',
  'lambda.alarms.cloudwatch.amazonaws.com': 'Amazon CloudWatch alarms',
  'lambda.datasource.cloudwatch.amazonaws.com': 'Amazon CloudWatch custom data sources',
  'lexv2.amazonaws.com': 'Amazon Lex V2',
  'monitoring.amazonaws.com': 'Amazon CloudWatch',
  'vpc-flow-logs.amazonaws.com': 'Amazon VPC flow logs',
};

/** What people call the service that a service principal stands for; `undefined` where that is not known. */
export function serviceTitle(principal: string, iam: IamKnowledge): string | undefined {
  const name = principal.replace('${AWS::URLSuffix}', 'amazonaws.com').replace(/\.cn$/, '');
  const known = Object.hasOwn(TITLES, name) ? TITLES[name] : undefined;
  const [, prefix] = /^([a-z0-9-]+)\.(?:(?:\$\{AWS::Region\}|[a-z]{2}(?:-[a-z]+)+-\d)\.)?amazonaws\.com$/.exec(name) ?? [];
  return known ?? (prefix === undefined ? undefined : iam.service(prefix)?.title.replace(/ Management$/, ''));
}

/** The service with its principal: Amazon S3 (`s3.amazonaws.com`). */
export function callerName(principal: string, iam: IamKnowledge): string {
  const title = serviceTitle(principal, iam);
  return title === undefined ? code(principal) : `${title} (${code(principal)})`;
}
