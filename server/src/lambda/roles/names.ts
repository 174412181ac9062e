import { canonical, type Resource, type Template } from '../../cloudformation/index.ts';
import { isSame, ofHole, onlyHole, type Part, type SymbolicString } from '../../symbolic/index.ts';

/** What stands behind the last slash: the name in the ARN of a role or a policy, path left out. */
export function lastSegment(value: SymbolicString): SymbolicString {
  const at = value.parts.findLastIndex((part) => part.kind === 'text' && part.text.includes('/'));
  const found = value.parts[at];
  if (found?.kind !== 'text') return value;
  const rest = found.text.slice(found.text.lastIndexOf('/') + 1);
  const behind: readonly Part[] = value.parts.slice(at + 1);
  return { parts: rest === '' ? behind : [{ kind: 'text', text: rest }, ...behind], origin: value.origin };
}

/** What `Ref` gives for a role: its name, in canonical spelling. */
export function nameOfRole(logicalId: string, template: Template): SymbolicString {
  return canonical(ofHole({ kind: 'attribute', logicalId, attribute: undefined }), template);
}

/** The resource of a type that the value refers to, by a reference of its own or by its name at the end of an ARN. */
export function resourceNamed(
  value: SymbolicString,
  template: Template,
  types: ReadonlySet<string>,
  nameOf: (resource: Resource) => SymbolicString | undefined,
): Resource | undefined {
  const hole = onlyHole(value);
  const referred = hole?.kind === 'attribute' ? template.resources.get(hole.logicalId) : undefined;
  if (referred) return types.has(referred.type) ? referred : undefined;
  const name = lastSegment(canonical(value, template));
  return template.ofTypes(types).find((resource) => {
    const own = nameOf(resource);
    return own !== undefined && isSame(own, name);
  });
}
