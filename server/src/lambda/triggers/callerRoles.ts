import { propertyAt, referencesIn } from '../../cloudformation/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import { type Place, siblingOf } from './places.ts';

/** The property that names the role which a service calls with; `undefined` where the template does not tell. */
export type RoleOf = (place: Place) => SyntaxNode | undefined;

/** The first of these that is given, as a role of the action's own and the resource's. */
export function firstOf(...patterns: readonly string[]): RoleOf {
  return (place) => {
    for (const pattern of patterns) {
      const role = siblingOf(place, pattern);
      if (role) return role;
    }
    return undefined;
  };
}

/** The role, unless another one is given that is assumed through it: that one trusts the role, not the service. */
export function unlessThrough(other: string, pattern: string): RoleOf {
  return (place) => (siblingOf(place, other) ? undefined : siblingOf(place, pattern));
}

/** The role of the resource of this type that a property names: that of a target's gateway. */
export function roleOfNamed(property: string, type: string, roleProperty: string): RoleOf {
  return ({ resource, template }) => {
    const named = new Set([...referencesIn(propertyAt(template, resource, property))].map(({ name }) => name));
    const [only, ...others] = [...named].flatMap((name) => template.resources.get(name) ?? []);
    return only?.type === type && others.length === 0 ? propertyAt(template, only, roleProperty) : undefined;
  };
}
