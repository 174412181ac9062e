import type { Template } from '../../cloudformation/index.ts';
import { child } from '../../syntax/index.ts';
import type { NeedDefinition, NeededGrant } from '../model.ts';
import type { Mapping } from './mappings.ts';
import type { NeedRow } from './row.ts';
import { skeleton, typeOfHole } from './targets.ts';

/** One kind of event source, and what Lambda must be allowed to poll it. */
export interface EventSource {
  readonly definition: NeedDefinition;
  readonly recognise: {
    /** What the ARN looks like; `\0` stands for what is not known. */
    readonly arn?: RegExp;
    /** Types whose ARN is only known after deployment. */
    readonly resourceTypes?: readonly string[];
    /** The type of SAM event. */
    readonly samEvent?: string;
    /** Properties that only this kind of mapping has: they tell the kind where the ARN does not. */
    readonly properties?: readonly string[];
  };
  readonly grants: (mapping: Mapping, template: Template) => readonly NeededGrant[];
}

/** The row of the needs table for an event source. */
export function eventSourceRow(source: EventSource): NeedRow {
  return {
    kind: 'event-source',
    definition: source.definition,
    find: ({ mappings, template }) =>
      mappings
        .filter((mapping) => isOfKind(mapping, source, template))
        .map((mapping) => ({ ...mapping, grants: source.grants(mapping, template) })),
  };
}

/** Whether the mapping is certainly of this kind: a mapping whose kind cannot be told has no need that could be stated. */
function isOfKind({ samType, source, properties }: Mapping, { recognise }: EventSource, template: Template): boolean {
  if (source) {
    const arn = skeleton(source.on);
    if (arn.startsWith('arn:')) return recognise.arn?.test(arn) ?? false;
    const type = typeOfHole(source.on, template);
    if (type !== undefined && recognise.resourceTypes?.includes(type)) return true;
  }
  if (samType !== undefined) return samType === recognise.samEvent;
  return recognise.properties?.some((name) => child(properties, name) !== undefined) ?? false;
}
