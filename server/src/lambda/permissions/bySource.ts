import type { Template } from '../../cloudformation/index.ts';
import { documentFact } from '../../incremental/facts.ts';
import type { SymbolicString } from '../../symbolic/index.ts';
import type { InvokePermission } from '../model.ts';
import { permissionsOf } from './all.ts';

/** The permissions whose source ARN may be that of a source, with others that are not: a cheap choice of those to look at. */
export function permissionsFrom(
  template: Template,
  source: SymbolicString | undefined,
  resource: string,
): readonly InvokePermission[] {
  const names = source && namesIn(source);
  if (!names) return permissionsOf(template);
  const index = byName(template);
  return [...new Set([...names, resource, ANYTHING].flatMap((name) => index.get(name) ?? []))];
}

const byName = documentFact((template: Template): ReadonlyMap<string, readonly InvokePermission[]> => {
  const index = new Map<string, InvokePermission[]>();
  for (const permission of permissionsOf(template)) {
    for (const name of (permission.sourceArn && namesIn(permission.sourceArn)) ?? [ANYTHING]) {
      const group = index.get(name);
      if (group) group.push(permission);
      else index.set(name, [permission]);
    }
  }
  return index;
});

/** No logical id is empty: here are those that name no resource of the template, or not for certain. */
const ANYTHING = '';

/** The logical ids in a source ARN; `undefined` where it may be that of any resource. */
function namesIn({ parts }: SymbolicString): ReadonlySet<string> | undefined {
  const holes = parts.flatMap((part) => (part.kind === 'hole' ? [part.hole] : []));
  const names = holes.flatMap((hole) => (hole.kind === 'attribute' ? [hole.logicalId] : []));
  return names.length === 0 || holes.some(({ kind }) => kind === 'choice') ? undefined : new Set(names);
}
