import type { SyntaxNode } from '../syntax/index.ts';
import type { Resource, Template } from './template.ts';

/** The resource of the template that a node stands in, its logical id included. */
export function resourceAround(node: SyntaxNode | undefined, template: Template): Resource | undefined {
  for (let at = node; at; at = at.parent) {
    const inner = at;
    const entries = at.parent?.kind === 'mapping' ? at.parent.entries : [];
    const entry = entries.find(({ key, value }) => key === inner || value === inner);
    const resource = entry && template.resources.get(entry.key.text);
    if (resource && resource.node === entry?.value) return resource;
  }
  return undefined;
}
