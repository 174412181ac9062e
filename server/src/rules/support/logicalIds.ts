import type { Template } from '../../cloudformation/index.ts';

/** A logical id that the template does not use yet: letters and digits only, with a number behind it where the plain one is taken. */
export function freshLogicalId(template: Template, wanted: string): string {
  const base = wanted.replace(/[^A-Za-z0-9]/g, '');
  for (let i = 1; ; i++) {
    const id = i === 1 ? base : `${base}${i}`;
    if (![template.resources, template.parameters, template.conditions].some((names) => names.has(id))) return id;
  }
}
