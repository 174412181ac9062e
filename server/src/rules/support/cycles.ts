import { dependenciesOf, type Resource, type Template } from '../../cloudformation/index.ts';

/** Whether a resource that names these others would depend on something that depends on it. */
export function closesCycle(resource: Resource, named: readonly string[], template: Template): boolean {
  const seen = new Set<string>();
  const queue = [...named];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === resource.logicalId) return true;
    const next = seen.has(id) ? undefined : template.resources.get(id);
    seen.add(id);
    if (next) queue.push(...dependenciesOf(next));
  }
  return false;
}
