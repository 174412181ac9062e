import { branchesOf, guardOf, type Resource, type Template } from '../../cloudformation/index.ts';
import type { Guard } from '../../symbolic/index.ts';
import { child, type MappingNode, type SyntaxNode } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';
import type { LambdaFunction } from '../model.ts';
import { eventProperty, eventResourceId, eventsOf, isPolledByQueue, type SamEvent } from '../sam/index.ts';
import { configuredBy } from './configuredBy.ts';
import { generatedQueue } from './generated.ts';
import type { Target } from './grants.ts';
import { targetOf } from './targets.ts';

/** An event source mapping: a resource of its own, or a SAM event that Lambda polls. */
export interface Mapping {
  /** `JobsMapping`, or `Worker.Events.Jobs`. */
  readonly subject: string;
  readonly span: Span;
  readonly resource: Resource;
  readonly guard: Guard;
  /** The SAM event's type, which tells what is polled. */
  readonly samType: string | undefined;
  /** The event source; `undefined` for a self-managed Kafka cluster, which has no ARN. */
  readonly source: Target | undefined;
  readonly properties: MappingNode | undefined;
}

/** The event source mappings of a function; one per branch where a condition chooses the source. */
export function mappingsOf(fn: LambdaFunction, template: Template): readonly Mapping[] {
  const own = configuredBy('AWS::Lambda::EventSourceMapping', fn, template).flatMap((resource) =>
    resourceMappings(resource, template),
  );
  return [...own, ...(fn.isSam ? samMappings(fn, template) : [])];
}

function resourceMappings(resource: Resource, template: Template): readonly Mapping[] {
  const { properties, logicalId } = resource;
  const place = { subject: logicalId, resource, samType: undefined, properties };
  return sourcesOf(child(properties, 'EventSourceArn'), guardOf(resource), template, resource.nameSpan).map((source) => ({
    ...place,
    ...source,
  }));
}

interface Source {
  readonly source: Target | undefined;
  readonly span: Span;
  readonly guard: Guard;
}

function sourcesOf(node: SyntaxNode | undefined, guard: Guard, template: Template, fallback: Span): readonly Source[] {
  if (!node) return [{ source: undefined, span: fallback, guard }];
  return branchesOf(node, guard).map((branch) => ({
    source: branch.node && targetOf(branch.node, template),
    span: branch.node?.outerSpan ?? fallback,
    guard: branch.guard,
  }));
}

/** The property that names the source, by type of SAM event. Source: SAM specification, event source object. */
const SOURCE_PROPERTY: Readonly<Record<string, string | undefined>> = {
  SQS: 'Queue',
  Kinesis: 'Stream',
  DynamoDB: 'Stream',
  MSK: 'Stream',
  MQ: 'Broker',
  DocumentDB: 'Cluster',
  SelfManagedKafka: undefined,
};

function samMappings(fn: LambdaFunction, template: Template): readonly Mapping[] {
  return eventsOf(fn, template).flatMap((event) => {
    const place = { subject: `${fn.logicalId}.Events.${event.name}`, resource: fn.resource, properties: event.properties };
    const { type } = event;
    if (type === 'SNS') return subscribedQueue(event, template).map((source) => ({ ...place, samType: 'SQS', ...source }));
    if (!Object.hasOwn(SOURCE_PROPERTY, type)) return [];
    const property = SOURCE_PROPERTY[type];
    const node = property === undefined ? undefined : eventProperty(event, property);
    return sourcesOf(node, fn.guard, template, event.nameNode.span).map((source) => ({ ...place, samType: type, ...source }));
  });
}

/** The queue that SAM puts between a topic and the function (`SqsSubscription`). */
function subscribedQueue(event: SamEvent, template: Template): readonly Source[] {
  if (!isPolledByQueue(event)) return [];
  const { fn, name, nameNode } = event;
  const queue = eventProperty(event, 'SqsSubscription', 'QueueArn');
  if (queue) return sourcesOf(queue, fn.guard, template, nameNode.span);
  const source = generatedQueue(`${eventResourceId(fn.logicalId, name)}Queue`);
  return [{ source, span: nameNode.span, guard: fn.guard }];
}
