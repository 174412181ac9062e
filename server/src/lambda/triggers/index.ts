import type { Resource, Template, Types } from '../../cloudformation/index.ts';
import { documentFact, fact, grouped, lookup, sameItems } from '../../incremental/facts.ts';
import type { Trigger } from '../model.ts';
import type { Sighting, TriggerRow } from './row.ts';
import { TRIGGER_TABLE } from './table.ts';

export type { TriggerRow } from './row.ts';
export { SAM_EVENT_TYPES } from './samEvents.ts';
export { TRIGGER_TABLE } from './table.ts';

/** The rows by exact resource type, and those whose type is only the beginning of one. */
const BY_TYPE = new Map<string, TriggerRow[]>();
const BY_BEGINNING: (readonly [string, TriggerRow])[] = [];
for (const row of TRIGGER_TABLE) {
  for (const type of row.types) {
    if (type.endsWith('*')) BY_BEGINNING.push([type.slice(0, -1), row]);
    else BY_TYPE.set(type, [...(BY_TYPE.get(type) ?? []), row]);
  }
}

/**
 * Everything in a template that has a Lambda function called, SAM's events included, in the order of the resources; also what names
 * functions of other templates.
 */
export const triggersOf = documentFact(
  (template: Template): readonly Trigger[] => template.ofTypes(TRIGGERING).flatMap((resource) => triggersAt(template, resource)),
  sameItems,
);

/** Those of one resource. */
export const triggersAt = fact((template: Template, resource: Resource): readonly Trigger[] =>
  rowsFor(resource.type).flatMap((row) => row.find(resource, template).map((sighting) => toTrigger(sighting, row, resource))),
);

/** Those that call a function of the template. */
export const triggersTo = lookup(
  (template: Template, { logicalId }: Resource): readonly Trigger[] => byFunction(template).get(logicalId) ?? [],
  sameItems,
);

const byFunction = documentFact((template: Template) => grouped(triggersOf(template), ({ target }) => target.logicalId));

const TRIGGERING: Types = { has: (type) => rowsFor(type).length > 0 };

function rowsFor(type: string): readonly TriggerRow[] {
  const byBeginning = BY_BEGINNING.filter(([beginning]) => type.startsWith(beginning)).map(([, row]) => row);
  const byType = BY_TYPE.get(type) ?? [];
  return byBeginning.length > 0 ? [...byType, ...byBeginning] : byType;
}

function toTrigger(sighting: Sighting, row: TriggerRow, resource: Resource): Trigger {
  const { node, target, property, guard, source, role, needsSourceAccount = false, definition = row.definition } = sighting;
  const name = property.startsWith('Events.') ? `${resource.logicalId}.${property}` : resource.logicalId;
  return { definition, resource, name, property, span: node.outerSpan, node, target, source, needsSourceAccount, role, guard };
}
