import type { Analysis } from '../../analysis/index.ts';
import type { IamKnowledge, PolicyValue, Statement } from '../../iam/index.ts';
import { knownText } from '../../symbolic/index.ts';
import type { Entry } from '../../syntax/index.ts';
import { presentElement } from './policyElements.ts';
import type { PlacedStatement } from './policyWalk.ts';

/** A statement that belongs into a policy of another kind, and what tells so. */
export type Misplaced = PlacedStatement &
  (
    | { readonly why: 'principal'; readonly principal: Entry }
    | { readonly why: 'trust-action'; readonly actions: readonly KnownAction[] }
    | { readonly why: 'foreign-action'; readonly actions: readonly KnownAction[] }
    | { readonly why: 'polling'; readonly actions: readonly KnownAction[] }
  );

export interface KnownAction {
  readonly text: string;
  readonly value: PolicyValue;
}

/** Whether a statement stands in a policy of the wrong kind. */
export function isMisplaced(placed: PlacedStatement, analysis: Analysis): boolean {
  return misplacedOf(placed, analysis) !== undefined;
}

/** Why a statement belongs into a policy of another kind; `undefined` where it belongs, or where that is open. */
export function misplacedOf(placed: PlacedStatement, { knowledge: { iam } }: Analysis): Misplaced | undefined {
  const { site, statement } = placed;
  switch (site.kind) {
    case 'identity':
    case 'boundary': {
      const entry = presentElement(statement.node, 'Principal') ?? presentElement(statement.node, 'NotPrincipal');
      return entry && { ...placed, why: 'principal', principal: entry };
    }
    case 'trust': {
      const actions = actionsOf(statement).filter(({ text }) => isNoTrustAction(text, iam));
      return actions.length > 0 ? { ...placed, why: 'trust-action', actions } : undefined;
    }
    case 'resource':
      return misplacedOnResource(placed);
    case 'service-control':
    case 'resource-control':
    case 'unknown':
      return undefined;
  }
}

function actionsOf({ actions }: Statement): readonly KnownAction[] {
  if (!actions || actions.negated) return [];
  return actions.values.flatMap((value) => {
    const text = knownText(value.value);
    return text === undefined ? [] : [{ text, value }];
  });
}

/** An action of another service than STS; names that do not exist are reported as such. */
function isNoTrustAction(text: string, iam: IamKnowledge): boolean {
  const [service = '', name] = text.split(':');
  if (name === undefined || /[*?]/.test(service) || service.toLowerCase() === 'sts') return false;
  return /[*?]/.test(name) ? iam.service(service) !== undefined : iam.hasAction(text);
}

function misplacedOnResource(placed: PlacedStatement): Misplaced | undefined {
  const { site, statement } = placed;
  const actions = actionsOf(statement);
  const areAllKnown = statement.actions?.complete === true && actions.length === statement.actions.values.length;
  if (!areAllKnown || actions.length === 0) return undefined;
  if (isOnlyLambda(statement) && actions.every(({ text }) => POLLING.has(text.toLowerCase())))
    return { ...placed, why: 'polling', actions };
  const own = OWN_SERVICE.get(site.owner?.type ?? '');
  const isForeign = own !== undefined && actions.every(({ text }) => /^[a-z0-9-]+:/i.test(text) && !isOf(text, own));
  // With a principal it is a slip in the action, which other rules tell.
  if (!isForeign || statement.principals || presentElement(statement.node, 'Principal')) return undefined;
  return { ...placed, why: 'foreign-action', actions };
}

function isOf(action: string, service: string): boolean {
  return action.toLowerCase().startsWith(`${service}:`);
}

function isOnlyLambda({ effect, principals }: Statement): boolean {
  const [only, ...others] = principals?.principals ?? [];
  const isService = only?.type === 'Service' && knownText(only.value) === 'lambda.amazonaws.com';
  return effect === 'Allow' && isService && others.length === 0 && principals?.complete === true && !principals.negated;
}

/**
 * What Lambda does with the execution role to poll, never as a service principal.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html
 */
const POLLING = new Set([
  'sqs:receivemessage',
  'sqs:deletemessage',
  'sqs:getqueueattributes',
  'sqs:changemessagevisibility',
  'kinesis:describestream',
  'kinesis:describestreamsummary',
  'kinesis:getrecords',
  'kinesis:getsharditerator',
  'kinesis:listshards',
  'kinesis:liststreams',
  'kinesis:subscribetoshard',
  'dynamodb:describestream',
  'dynamodb:getrecords',
  'dynamodb:getsharditerator',
  'dynamodb:liststreams',
]);

/** The only service whose actions a resource's policy is about. */
export const OWN_SERVICE: ReadonlyMap<string, string> = new Map([
  ['AWS::DynamoDB::Table', 'dynamodb'],
  ['AWS::KMS::Key', 'kms'],
  ['AWS::Kinesis::ResourcePolicy', 'kinesis'],
  ['AWS::Lambda::ResourcePolicy', 'lambda'],
  ['AWS::S3::BucketPolicy', 's3'],
  ['AWS::SNS::TopicInlinePolicy', 'sns'],
  ['AWS::SNS::TopicPolicy', 'sns'],
  ['AWS::SQS::QueueInlinePolicy', 'sqs'],
  ['AWS::SQS::QueuePolicy', 'sqs'],
  ['AWS::SecretsManager::ResourcePolicy', 'secretsmanager'],
]);
