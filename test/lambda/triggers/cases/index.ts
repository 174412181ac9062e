import { APPLICATION_CASES } from './applications.ts';
import type { Case } from './case.ts';
import { EVENT_CASES } from './events.ts';
import { OPERATION_CASES } from './operations.ts';

export { ARN, type Case, ROLE } from './case.ts';

export const CASES: readonly Case[] = [...APPLICATION_CASES, ...EVENT_CASES, ...OPERATION_CASES];

/** Rows for which no property of a template names a function. */
export const UNSEEN: readonly string[] = [
  'alexa-skill',
  'appsync-channel-namespace',
  'chatbot-custom-action',
  'chime-sip-media',
  'cloudtrail-data-events',
  'cross-account-invoke',
  'monitoring-dimensions',
  'rds-aurora-lambda',
  'redshift-udf',
  's3-batch-operations',
  's3-bucket-eventbridge',
  'secretsmanager-hosted-rotation',
  'servicecatalog-provisioning',
  'swf-lambda-task',
  'workmail',
];
