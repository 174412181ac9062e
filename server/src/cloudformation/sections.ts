import { onceFor } from '../incremental/once.ts';
import { child, childAt, type Entry, itemsOf, literalText, type MappingNode, type SyntaxNode } from '../syntax/index.ts';
import type { Parameter, Resource } from './template.ts';

/** The mapping under a key. */
export function mappingAt(node: SyntaxNode | undefined, key: string): MappingNode | undefined {
  const value = child(node, key);
  return value?.kind === 'mapping' ? value : undefined;
}

/** The entries of `Resources` that are resources, by logical id; of two with one id, the last one. */
export function readResources(node: MappingNode | undefined): ReadonlyMap<string, Resource> {
  return readEntries(node, resourceOf);
}

export function readParameters(node: MappingNode | undefined): ReadonlyMap<string, Parameter> {
  return readEntries(node, parameterOf);
}

export function readConditions(node: MappingNode | undefined): ReadonlyMap<string, SyntaxNode> {
  return readEntries(node, ({ value }) => value);
}

function readEntries<T>(node: MappingNode | undefined, read: (entry: Entry) => T | undefined): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const entry of node?.entries ?? []) {
    const value = read(entry);
    if (value !== undefined) found.set(entry.key.text, value);
  }
  return found;
}

// An entry that did not change is the same object in the next version of the document, and so is what was read of it.

const resourceOf = onceFor(({ key, value, span }: Entry): Resource | undefined => {
  if (value?.kind !== 'mapping') return undefined;
  return {
    logicalId: key.text,
    type: literalText(child(value, 'Type')) ?? '',
    node: value,
    properties: mappingAt(value, 'Properties'),
    condition: literalText(child(value, 'Condition')),
    dependsOn: itemsOf(child(value, 'DependsOn')).filter((item) => item.kind === 'scalar'),
    span,
    nameSpan: key.span,
  };
});

const parameterOf = onceFor(({ key, value }: Entry): Parameter => {
  const allowed = childAt(value, 'AllowedValues');
  return {
    name: key.text,
    type: literalText(child(value, 'Type')) ?? 'String',
    defaultValue: literalText(child(value, 'Default')),
    allowedValues: allowed?.kind === 'sequence' ? allowed.items.map((item) => literalText(item) ?? '') : undefined,
    nameSpan: key.span,
  };
});
