import { arnOf, canonical, guardOf, type Template } from '../../cloudformation/index.ts';
import { contradicts, display, onlyHole, type SymbolicString, type Ternary } from '../../symbolic/index.ts';

/** The logical ids of a template's resources by their canonical ARN. Several where names collide. */
const known = new WeakMap<Template, ReadonlyMap<string, readonly string[]>>();

function idsByArn(template: Template): ReadonlyMap<string, readonly string[]> {
  const before = known.get(template);
  if (before) return before;
  const ids = new Map<string, string[]>();
  for (const resource of template.resources.values()) {
    const arn = arnOf(resource, template);
    if (!arn) continue;
    const key = keyOf(arn);
    ids.set(key, [...(ids.get(key) ?? []), resource.logicalId]);
  }
  known.set(template, ids);
  return ids;
}

const keyOf = (arn: SymbolicString): string => display(arn).replace(/^arn:aws(?:-[a-z-]+)?:/, 'arn:${AWS::Partition}:');

/** The resource of the template whose ARN a value is, as far as that is certain; `likely` decides between resources of one name. */
export function resourceOf(value: SymbolicString, template: Template, likely?: string): string | undefined {
  const hole = onlyHole(value);
  const ids = idsByArn(template).get(keyOf(canonical(value, template))) ?? [];
  const named = hole?.kind === 'attribute' ? hole.logicalId : likely;
  if (named !== undefined && ids.includes(named)) return named;
  return ids.length === 1 ? ids[0] : undefined;
}

/**
 * Whether two resources have the same ARN: those of one type in one stack never do, whatever their names turn out to be. `unknown`
 * where only one of the two exists, and may be called like the other.
 */
export function isSameResource(a: string, b: string, template: Template): Ternary {
  if (a === b) return 'yes';
  const [first, second] = [template.resources.get(a), template.resources.get(b)];
  if (!first || !second || first.type !== second.type) return 'unknown';
  return contradicts(guardOf(first), guardOf(second)) ? 'unknown' : 'no';
}
