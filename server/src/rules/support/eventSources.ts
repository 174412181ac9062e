import type { Analysis } from '../../analysis/index.ts';
import { canonical, evaluate, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import { onceFor } from '../../incremental/once.ts';
import { functionReference } from '../../lambda/index.ts';
import { display, onlyHole } from '../../symbolic/index.ts';
import { child, entryOf, literalText, type MappingNode, type SyntaxNode } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';

export type SourceKind = 'sqs' | 'kinesis' | 'dynamodb' | 'kafka';

/** An event source mapping, of its own or of a SAM event, of which it is certain what it polls. */
export interface EventSource {
  /** `JobsMapping`, or `Worker.Events.Jobs`. */
  readonly subject: string;
  /** Its name where it is written. */
  readonly nameSpan: Span;
  readonly kind: SourceKind;
  readonly properties: MappingNode;
  /** The function and the source, as far as they are of this template. */
  readonly fn: Resource | undefined;
  readonly source: Resource | undefined;
}

/** The types of resources that are event source mappings, or have some as events. */
export const POLLING_TYPES: ReadonlySet<string> = new Set(['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function']);

/** Every mapping that names its source without a condition. */
export const eventSourcesOf: (analysis: Analysis) => readonly EventSource[] = onceFor(({ template, resources }) =>
  template ? resources.flatMap((resource) => inResource(resource, template)) : [],
);

function inResource(resource: Resource, template: Template): readonly EventSource[] {
  if (resource.type === 'AWS::Serverless::Function') return inEvents(resource, template);
  const { properties, logicalId, nameSpan } = resource;
  if (resource.type !== 'AWS::Lambda::EventSourceMapping' || !properties || !isWrittenOut(properties)) return [];
  const node = child(properties, 'EventSourceArn');
  const kind = node && kindOf(node, template);
  const name = child(properties, 'FunctionName');
  const id = name && functionReference(evaluate(name, { template }), template).logicalId;
  const fn = id === undefined ? undefined : template.resources.get(id);
  return node && kind ? [{ subject: logicalId, nameSpan, kind, properties, fn, source: resourceAt(node, template) }] : [];
}

/** Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html */
const SAM_SOURCES: Readonly<Record<string, readonly [kind: SourceKind, property: string]>> = {
  SQS: ['sqs', 'Queue'],
  Kinesis: ['kinesis', 'Stream'],
  DynamoDB: ['dynamodb', 'Stream'],
  MSK: ['kafka', 'Stream'],
};

function inEvents(fn: Resource, template: Template): readonly EventSource[] {
  const events = child(fn.properties, 'Events');
  if (events?.kind !== 'mapping' || !isWrittenOut(events)) return [];
  return events.entries.flatMap(({ key, value }) => {
    const type = literalText(child(value, 'Type')) ?? '';
    const properties = child(value, 'Properties');
    const found = Object.hasOwn(SAM_SOURCES, type) ? SAM_SOURCES[type] : undefined;
    if (!found || properties?.kind !== 'mapping' || !isWrittenOut(properties)) return [];
    const [kind, property] = found;
    const node = child(properties, property);
    const source = node && resourceAt(node, template);
    return [{ subject: `${fn.logicalId}.Events.${key.text}`, nameSpan: key.span, kind, properties, fn, source }];
  });
}

/** Whether nothing but what is written is in the mapping. */
function isWrittenOut(node: MappingNode): boolean {
  return node.tag === undefined && !node.entries.some(({ key }) => key.text.startsWith('Fn::'));
}

function kindOf(node: SyntaxNode, template: Template): SourceKind | undefined {
  const arn = display(canonical(evaluate(node, { template }), template));
  const service = /^arn:(?:[a-z-]+|\$\{AWS::Partition\}):([a-z]+):/.exec(arn)?.[1];
  return KINDS.find((kind) => kind === service);
}

const KINDS: readonly SourceKind[] = ['sqs', 'kinesis', 'dynamodb', 'kafka'];

function resourceAt(node: SyntaxNode, template: Template): Resource | undefined {
  const hole = onlyHole(evaluate(node, { template }));
  return hole?.kind === 'attribute' ? template.resources.get(hole.logicalId) : undefined;
}

/** A number that a property certainly has: what is written, or the usual one where nothing is. */
export function numberAt(resource: Resource, property: string, usual: number, template: Template): number | undefined {
  const node = propertyAt(template, resource, property);
  if (!node) return resource.properties && !isWrittenOut(resource.properties) ? undefined : usual;
  return numberOf(node);
}

/** The number that a scalar is, in quotes or not. */
export function numberOf(node: SyntaxNode | undefined): number | undefined {
  const text = literalText(node) ?? '';
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Whether a queue certainly keeps its order. */
export function isFifo(queue: Resource, template: Template): boolean {
  const written = literalText(propertyAt(template, queue, 'FifoQueue'));
  return queue.type === 'AWS::SQS::Queue' && written === 'true';
}

/** The entry of a property, unless its value may vanish. */
export function certainEntry(properties: MappingNode, name: string) {
  const entry = entryOf(properties, name);
  return entry?.value?.kind === 'scalar' && entry.value.tag === undefined ? { ...entry, value: entry.value } : undefined;
}
