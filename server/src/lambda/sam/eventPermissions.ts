import type { Template } from '../../cloudformation/index.ts';
import { fact } from '../../incremental/facts.ts';
import { concat, type SymbolicString } from '../../symbolic/index.ts';
import { literalText } from '../../syntax/index.ts';
import { functionsOf } from '../functions.ts';
import type { InvokePermission, LambdaFunction } from '../model.ts';
import { stageSuffix } from './api.ts';
import { ACCOUNT, attributeOf, invokedFunction, type PermissionDraft, samPermission, sub } from './draft.ts';
import { eventProperty, eventsOf, eventValue, type SamEvent } from './events.ts';
import { aliasId, eventResourceId, permissionId } from './generated.ts';
import { isCoveredByDefaultRoute, routeArn } from './routes.ts';

/** What an event's permission says besides the function and the action. */
type EventPermission = Pick<PermissionDraft, 'principal' | 'sourceArn' | 'sourceAccount' | 'eventSourceToken'> & {
  /** In place of `<Function><Event>` in front of `Permission`. */
  readonly prefix?: string;
  readonly suffix?: string;
};

type Maker = (event: SamEvent, template: Template) => EventPermission | undefined;

const rule: Maker = (event) => ({
  principal: 'events.amazonaws.com',
  sourceArn: attributeOf(eventResourceId(event.fn.logicalId, event.name), 'Arn'),
});

/**
 * The permissions of push events by event type; types that are polled or that call with a role of their own have none.
 * Source: github.com/aws/serverless-application-model, samtranslator/model/eventsources/push.py and cloudwatchlogs.py.
 */
const MAKERS: Readonly<Record<string, Maker>> = {
  AlexaSkill: (event, template) => ({
    principal: 'alexa-appkit.amazon.com',
    eventSourceToken: eventValue(event, template, 'SkillId'),
  }),
  Api: (event, template) => ({
    principal: 'apigateway.amazonaws.com',
    sourceArn: routeArn(event, template),
    suffix: stageSuffix(event, template),
  }),
  CloudWatchEvent: rule,
  CloudWatchLogs: (event, template) => ({
    principal: 'logs.amazonaws.com',
    sourceArn: sub('arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${__Name__}:*', template, {
      __Name__: eventValue(event, template, 'LogGroupName') ?? concat([]),
    }),
  }),
  Cognito: (event, template) => ({
    principal: 'cognito-idp.amazonaws.com',
    // Without the event's name: a second Cognito event replaces the first one's permission.
    prefix: `${aliasId(event.fn, template) ?? event.fn.logicalId}Cognito`,
    sourceArn: userPoolArn(event, template),
  }),
  EventBridgeRule: rule,
  HttpApi: (event, template) =>
    isCoveredByDefaultRoute(event, template)
      ? undefined
      : { principal: 'apigateway.amazonaws.com', sourceArn: routeArn(event, template) },
  IoTRule: (event, template) => ({
    principal: 'iot.amazonaws.com',
    sourceArn: sub('arn:${AWS::Partition}:iot:${AWS::Region}:${AWS::AccountId}:rule/${__Rule__}', template, {
      __Rule__: attributeOf(eventResourceId(event.fn.logicalId, event.name)),
    }),
    sourceAccount: ACCOUNT,
  }),
  // SAM names no bucket, because the bucket itself must wait for the permission.
  S3: () => ({ principal: 's3.amazonaws.com', sourceAccount: ACCOUNT }),
  Schedule: rule,
  SNS: (event, template) =>
    isPolledByQueue(event) ? undefined : { principal: 'sns.amazonaws.com', sourceArn: eventValue(event, template, 'Topic') },
};

/** The permissions that SAM makes for the events of functions. */
export function eventPermissions(template: Template): readonly InvokePermission[] {
  const all = functionsOf(template).flatMap((fn) => permissionsOfEvents(template, fn));
  return [...new Map(all.map((permission) => [permission.logicalId, permission])).values()];
}

const permissionsOfEvents = fact((template: Template, fn: LambdaFunction): readonly InvokePermission[] =>
  inSamOrder(eventsOf(fn, template)).flatMap((event) => {
    const made = Object.hasOwn(MAKERS, event.type) ? MAKERS[event.type]?.(event, template) : undefined;
    if (!made) return [];
    const { prefix = eventResourceId(fn.logicalId, event.name), suffix, ...rest } = made;
    const logicalId = permissionId(prefix, suffix);
    return [samPermission({ ...rest, logicalId, resource: fn.resource, target: invokedFunction(fn, template), guard: fn.guard })];
  }),
);

/** SAM sorts a function's events by their path, or by their name where they have none: the last of two with one logical id stays. */
function inSamOrder(events: readonly SamEvent[]): readonly SamEvent[] {
  const key = (event: SamEvent): string => literalText(eventProperty(event, 'Path')) ?? event.name;
  return [...events].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** With `SqsSubscription` a queue stands between the topic and the function, and Lambda polls it. */
export function isPolledByQueue(event: SamEvent): boolean {
  const node = eventProperty(event, 'SqsSubscription');
  return node !== undefined && !(node.kind === 'scalar' && (node.value === false || node.value === null));
}

function userPoolArn(event: SamEvent, template: Template): SymbolicString | undefined {
  const pool = eventValue(event, template, 'UserPool');
  const [only] = pool?.parts ?? [];
  if (only?.kind !== 'hole' || only.hole.kind !== 'attribute') return pool;
  return attributeOf(only.hole.logicalId, 'Arn');
}
