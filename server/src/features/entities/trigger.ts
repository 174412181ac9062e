import { intrinsicOf } from '../../cloudformation/index.ts';
import type { FunctionPermissions, Invoker, Trigger } from '../../lambda/index.ts';
import { child, entryOf, type SyntaxNode } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';
import { isAtEntry, isIn, type Spot, wordSpan } from './spot.ts';

/** What has a function called: a property that names the function, or an event of SAM. */
export interface TriggerEntity {
  readonly kind: 'trigger';
  readonly owner: FunctionPermissions;
  readonly invoker: Invoker;
  readonly span: Span;
}

export function triggerAt(spot: Spot): TriggerEntity | undefined {
  const { analysis, resource, node } = spot;
  if (!resource) return undefined;
  for (const owner of analysis.permissions.functions) {
    const invoker = owner.invokers.find(
      ({ trigger }) => trigger.resource.logicalId === resource.logicalId && isAbout(spot, trigger),
    );
    if (invoker) return { kind: 'trigger', owner, invoker, span: wordSpan(node) };
  }
  return undefined;
}

/** Whether the spot is about a trigger: at the key of the property, at that of the role that the service calls with, in what names the function, or in what an event of SAM says of its source. */
export function isAbout(spot: Spot, { node, role }: Trigger): boolean {
  const value = spot.entry?.value;
  if (spot.node === node || (value && (value === node || value === role))) return true;
  if (isIn(spot, node)) return node.kind === 'scalar' || intrinsicOf(node) !== undefined;
  return isOfEvent(spot, node);
}

/** The properties by which events of SAM name what calls, or is polled. Source: SAM specification, event source object. */
const SOURCES: readonly string[] = [
  'ApiId',
  'Broker',
  'Bucket',
  'Cluster',
  'EventBusName',
  'LogGroupName',
  'Queue',
  'Queues',
  'RestApiId',
  'Schedule',
  'ScheduleExpression',
  'SkillId',
  'SqsSubscription',
  'Stream',
  'Topic',
  'Topics',
  'UserPool',
];

function isOfEvent(spot: Spot, name: SyntaxNode): boolean {
  if (name.parent?.kind !== 'mapping') return false;
  const event = name.parent.entries.find(({ key }) => key === name)?.value;
  if (!event || !isIn(spot, event)) return false;
  const properties = child(event, 'Properties');
  return isAtEntry(spot, entryOf(event, 'Type')) || SOURCES.some((source) => isAtEntry(spot, entryOf(properties, source)));
}
