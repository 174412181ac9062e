import { canonical, type Template } from '../../cloudformation/index.ts';
import type { SymbolicString } from '../../symbolic/index.ts';
import { functionsOf } from '../functions.ts';
import type { TriggerDefinition } from '../model.ts';
import {
  apiOfEvent,
  eventProperty,
  eventResourceId,
  eventsOf,
  eventValue,
  invokedFunction,
  isApiEvent,
  isPolledByQueue,
  routeOf,
  type SamEvent,
} from '../sam/index.ts';
import { presentedRoute } from './apiGatewayV2.ts';
import { calledBy, calledWithRole, needsNothing, nowhere, polled, type Sighting, type TriggerRow } from './row.ts';
import { executeApiArn, patternArn, referenceTo } from './sources.ts';

const SAM = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-';

/** What an event presents as its source ARN. */
type EventSource = (event: SamEvent, template: Template) => SymbolicString | undefined;

interface SamEventRow {
  readonly type: string;
  readonly definition: TriggerDefinition;
  readonly source?: EventSource;
  readonly needsSourceAccount?: boolean;
  /** Another definition where the event's properties make it work in another way. */
  readonly variant?: (event: SamEvent) => TriggerDefinition | undefined;
}

const ruleArn: EventSource = (event) => referenceTo(eventResourceId(event.fn.logicalId, event.name), 'Arn');

const routeArn: EventSource = (event, template) => {
  if (!isApiEvent(event)) return undefined;
  const route = routeOf(event);
  const isDefault = route?.path.replace(/^\//, '') === '$default';
  const presented = route && presentedRoute(isDefault ? '$default' : `${route.method} ${route.path}`);
  return executeApiArn(canonical(apiOfEvent(event, template), template), presented ?? '*/*');
};

function pushed(type: string, title: string, principal: string, checkedAtDeployment = false): TriggerDefinition {
  return calledBy(principal, { id: idOf(type), title, docsUrl: docsOf(type), checkedAtDeployment });
}

function pulled(type: string, title: string): TriggerDefinition {
  return polled({ id: idOf(type), title, docsUrl: docsOf(type) });
}

const idOf = (type: string): string => `sam-event-${type.toLowerCase()}`;
const docsOf = (type: string): string => `${SAM}${type.toLowerCase()}.html`;

const SNS_BY_QUEUE = polled({
  id: 'sam-event-sns-queue',
  title: 'Amazon SNS topic through a queue (SAM)',
  docsUrl:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-sqssubscriptionobject.html',
});
const SCHEDULE_WITH_ROLE = calledWithRole('scheduler.amazonaws.com', {
  id: 'sam-event-schedulev2-role',
  title: 'EventBridge Scheduler schedule with a role (SAM)',
  docsUrl: docsOf('ScheduleV2'),
  reason: 'The schedule calls with its role, which must allow lambda:InvokeFunction.',
});

/** Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html */
const SAM_EVENTS: readonly SamEventRow[] = [
  { type: 'AlexaSkill', definition: pushed('AlexaSkill', 'Alexa skill (SAM)', 'alexa-appkit.amazon.com') },
  { type: 'Api', definition: pushed('Api', 'API Gateway REST API (SAM)', 'apigateway.amazonaws.com'), source: routeArn },
  {
    type: 'CloudWatchEvent',
    definition: pushed('CloudWatchEvent', 'EventBridge rule (SAM)', 'events.amazonaws.com'),
    source: ruleArn,
  },
  {
    type: 'CloudWatchLogs',
    definition: pushed('CloudWatchLogs', 'CloudWatch Logs subscription (SAM)', 'logs.amazonaws.com', true),
    source: (event, template) =>
      patternArn(['arn:{P}:logs:{R}:{A}:log-group:', valueIn(event, template, 'LogGroupName') ?? '*', ':*']),
  },
  {
    type: 'Cognito',
    definition: pushed('Cognito', 'Amazon Cognito user pool (SAM)', 'cognito-idp.amazonaws.com'),
    source: (event, template) => {
      const [only] = eventValue(event, template, 'UserPool')?.parts ?? [];
      if (only?.kind !== 'hole' || only.hole.kind !== 'attribute') return undefined;
      return canonical(referenceTo(only.hole.logicalId, 'Arn'), template);
    },
  },
  { type: 'DocumentDB', definition: pulled('DocumentDB', 'Amazon DocumentDB (SAM)') },
  { type: 'DynamoDB', definition: pulled('DynamoDB', 'Amazon DynamoDB stream (SAM)') },
  {
    type: 'EventBridgeRule',
    definition: pushed('EventBridgeRule', 'EventBridge rule (SAM)', 'events.amazonaws.com'),
    source: ruleArn,
  },
  { type: 'HttpApi', definition: pushed('HttpApi', 'API Gateway HTTP API (SAM)', 'apigateway.amazonaws.com'), source: routeArn },
  {
    type: 'IoTRule',
    definition: pushed('IoTRule', 'AWS IoT rule (SAM)', 'iot.amazonaws.com'),
    source: (event) => patternArn(['arn:{P}:iot:{R}:{A}:rule/', referenceTo(eventResourceId(event.fn.logicalId, event.name))]),
  },
  { type: 'Kinesis', definition: pulled('Kinesis', 'Amazon Kinesis stream (SAM)') },
  { type: 'MQ', definition: pulled('MQ', 'Amazon MQ queue (SAM)') },
  { type: 'MSK', definition: pulled('MSK', 'Amazon MSK topic (SAM)') },
  {
    type: 'S3',
    definition: pushed('S3', 'Amazon S3 bucket (SAM)', 's3.amazonaws.com', true),
    source: (event, template) => patternArn(['arn:{P}:s3:::', valueIn(event, template, 'Bucket') ?? '*']),
    needsSourceAccount: true,
  },
  {
    type: 'Schedule',
    definition: pushed('Schedule', 'EventBridge schedule rule (SAM)', 'events.amazonaws.com'),
    source: ruleArn,
  },
  {
    type: 'ScheduleV2',
    definition: needsNothing({
      id: idOf('ScheduleV2'),
      title: 'EventBridge Scheduler schedule (SAM)',
      docsUrl: docsOf('ScheduleV2'),
      reason: 'SAM gives the schedule a role of its own that may call the function.',
    }),
    variant: (event) => (eventProperty(event, 'RoleArn') ? SCHEDULE_WITH_ROLE : undefined),
  },
  { type: 'SelfManagedKafka', definition: pulled('SelfManagedKafka', 'Self-managed Apache Kafka (SAM)') },
  {
    type: 'SNS',
    definition: pushed('SNS', 'Amazon SNS topic (SAM)', 'sns.amazonaws.com'),
    source: (event, template) => valueIn(event, template, 'Topic'),
    variant: (event) => (isPolledByQueue(event) ? SNS_BY_QUEUE : undefined),
  },
  { type: 'SQS', definition: pulled('SQS', 'Amazon SQS queue (SAM)') },
];

function valueIn(event: SamEvent, template: Template, property: string): SymbolicString | undefined {
  const value = eventValue(event, template, property);
  return value && canonical(value, template);
}

/** The variants are rows of their own, so that the table holds every definition. */
const VARIANTS: readonly TriggerRow[] = [SNS_BY_QUEUE, SCHEDULE_WITH_ROLE].map((definition) => ({
  definition,
  types: [],
  find: nowhere,
}));

const EVENT_ROWS: readonly TriggerRow[] = SAM_EVENTS.map((row) => ({
  definition: row.definition,
  types: ['AWS::Serverless::Function'],
  find: (resource, template) => {
    const fn = functionsOf(template).find(({ logicalId }) => logicalId === resource.logicalId);
    return fn
      ? eventsOf(fn, template)
          .filter(({ type }) => type === row.type)
          .map((event) => eventSighting(event, row, template))
      : [];
  },
}));

/** The types of a SAM function's events, each with what it is. */
export const SAM_EVENT_TYPES: readonly { readonly type: string; readonly title: string }[] = SAM_EVENTS.map(
  ({ type, definition: { title } }) => ({ type, title }),
);

export const samEventRows: readonly TriggerRow[] = [...EVENT_ROWS, ...VARIANTS];

function eventSighting(event: SamEvent, row: SamEventRow, template: Template): Sighting {
  const definition = row.variant?.(event);
  return {
    node: event.nameNode,
    property: `Events.${event.name}`,
    guard: event.fn.guard,
    target: invokedFunction(event.fn, template),
    source: definition ? undefined : row.source?.(event, template),
    role: definition ? eventProperty(event, 'RoleArn') : undefined,
    ...(row.needsSourceAccount ? { needsSourceAccount: true } : {}),
    ...(definition ? { definition } : {}),
  };
}
