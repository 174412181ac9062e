import { evaluate, propertyAt, type Template } from '../../cloudformation/index.ts';
import { documentFact, fact, sameItems } from '../../incremental/facts.ts';
import type { SymbolicString } from '../../symbolic/index.ts';
import { child, literalText, type MappingNode, type ScalarNode, type SyntaxNode } from '../../syntax/index.ts';
import { functionsOf } from '../functions.ts';
import type { LambdaFunction } from '../model.ts';

/** One entry of a SAM function's `Events`. */
export interface SamEvent {
  readonly fn: LambdaFunction;
  /** The key under `Events`. */
  readonly name: string;
  readonly nameNode: ScalarNode;
  /** `S3`, `Api` …; empty while it is being typed. */
  readonly type: string;
  readonly properties: MappingNode | undefined;
  readonly node: MappingNode;
}

/** The events of one SAM function, in the order of the text. */
export function eventsOf(fn: LambdaFunction, template: Template): readonly SamEvent[] {
  return eventsAt(template, fn);
}

const eventsAt = fact((template: Template, fn: LambdaFunction): readonly SamEvent[] => {
  const events = fn.isSam ? propertyAt(template, fn.resource, 'Events') : undefined;
  if (events?.kind !== 'mapping') return [];
  return events.entries.flatMap(({ key, value }) => {
    if (value?.kind !== 'mapping' || key.text.startsWith('Fn::')) return [];
    const properties = child(value, 'Properties');
    return [
      {
        fn,
        name: key.text,
        nameNode: key,
        type: literalText(child(value, 'Type')) ?? '',
        properties: properties?.kind === 'mapping' ? properties : undefined,
        node: value,
      },
    ];
  });
});

/** The events of all SAM functions of a template. */
export const samEvents = documentFact(
  (template: Template): readonly SamEvent[] =>
    template.usesSam ? functionsOf(template).flatMap((fn) => eventsOf(fn, template)) : [],
  sameItems,
);

/** The value of one of an event's properties. */
export function eventProperty(event: SamEvent, ...path: readonly string[]): SyntaxNode | undefined {
  return path.reduce<SyntaxNode | undefined>((node, key) => child(node, key), event.properties);
}

/** The same as a string with what is not known left open; `undefined` without the property. */
export function eventValue(event: SamEvent, template: Template, ...path: readonly string[]): SymbolicString | undefined {
  const node = eventProperty(event, ...path);
  return node && evaluate(node, { template });
}
