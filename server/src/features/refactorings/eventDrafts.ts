import type { Resource } from '../../cloudformation/index.ts';
import { child, itemsOf, literalText, type SyntaxNode } from '../../syntax/index.ts';
import { type Draft, mapping, toDraft } from '../../syntax/write/index.ts';

/** What each property of a resource is called in the event, for all properties that the event can have. */
type Names = Readonly<Record<string, string>>;

interface EventForm {
  readonly event: string;
  readonly names: Names;
  /** Where SAM writes the value itself. */
  readonly implied: readonly string[];
}

/** Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-sns.html */
const SUBSCRIPTION: EventForm = {
  event: 'SNS',
  names: {
    TopicArn: 'Topic',
    FilterPolicy: 'FilterPolicy',
    FilterPolicyScope: 'FilterPolicyScope',
    RedrivePolicy: 'RedrivePolicy',
    Region: 'Region',
  },
  implied: ['Endpoint', 'Protocol'],
};

/** Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-cloudwatchlogs.html */
const LOGS: EventForm = {
  event: 'CloudWatchLogs',
  names: { LogGroupName: 'LogGroupName', FilterPattern: 'FilterPattern' },
  implied: ['DestinationArn'],
};

/** Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-schedule.html */
const SCHEDULE: EventForm = {
  event: 'Schedule',
  names: {
    ScheduleExpression: 'Schedule',
    Name: 'Name',
    Description: 'Description',
    State: 'State',
    Input: 'Input',
    RetryPolicy: 'RetryPolicy',
  },
  implied: ['Targets', 'Id', 'Arn'],
};

/** Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventbridgerule.html */
const RULE: EventForm = {
  event: 'EventBridgeRule',
  names: {
    EventPattern: 'Pattern',
    EventBusName: 'EventBusName',
    Name: 'RuleName',
    State: 'State',
    Input: 'Input',
    InputPath: 'InputPath',
    RetryPolicy: 'RetryPolicy',
  },
  implied: ['Targets', 'Id', 'Arn'],
};

/** The event of a SAM function that says what a trigger's resource says; `undefined` where an event cannot say all of it. */
export function eventDraftOf({ type, properties }: Resource): Draft | undefined {
  if (!properties) return undefined;
  if (type === 'AWS::SNS::Subscription') return draft(SUBSCRIPTION, [properties]);
  if (type === 'AWS::Logs::SubscriptionFilter') return draft(LOGS, [properties]);
  const targets = child(properties, 'Targets');
  const [target, ...others] = itemsOf(targets);
  if (type !== 'AWS::Events::Rule' || !target || others.length > 0 || targets?.tag !== undefined) return undefined;
  return draft(child(properties, 'EventPattern') ? RULE : SCHEDULE, [properties, target]);
}

function draft({ event, names, implied }: EventForm, nodes: readonly SyntaxNode[]): Draft | undefined {
  const entries = nodes.flatMap((node) => (node.kind === 'mapping' && node.tag === undefined ? node.entries : []));
  if (entries.some(({ key }) => !Object.hasOwn(names, key.text) && !implied.includes(key.text))) return undefined;
  const given = Object.keys(names).flatMap((property) => {
    const value = entries.find(({ key }) => key.text === property)?.value;
    const isUsual = property === 'State' && literalText(value) === 'ENABLED';
    return value && !isUsual ? [[names[property] ?? property, toDraft(value)] as const] : [];
  });
  return given.length === 0 ? undefined : mapping({ Type: event, Properties: { entries: given } });
}
