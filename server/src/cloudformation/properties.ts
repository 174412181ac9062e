import { child, type SyntaxNode } from '../syntax/index.ts';
import type { Resource, Template } from './template.ts';

/** The section of SAM's `Globals` that applies to a resource type. Source: SAM specification, "Globals section". */
const GLOBALS_SECTION: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'Function',
  'AWS::Serverless::Api': 'Api',
  'AWS::Serverless::HttpApi': 'HttpApi',
  'AWS::Serverless::WebSocketApi': 'WebSocketApi',
  'AWS::Serverless::SimpleTable': 'SimpleTable',
  'AWS::Serverless::StateMachine': 'StateMachine',
  'AWS::Serverless::LayerVersion': 'LayerVersion',
  'AWS::Serverless::CapacityProvider': 'CapacityProvider',
};

/**
 * The value of a resource's property at a path of keys, SAM's `Globals` included: the resource's own value wins, and mappings are
 * merged key by key.
 */
export function propertyAt(template: Template, resource: Resource, ...path: readonly string[]): SyntaxNode | undefined {
  const [key] = path;
  if (key === undefined || path.length > 1) return propertyNodes(template, resource, ...path).at(-1);
  return child(resource.properties, key) ?? child(globalsFor(template, resource), key);
}

function globalsFor(template: Template, { type }: Resource): SyntaxNode | undefined {
  const section = GLOBALS_SECTION[type];
  return section === undefined ? undefined : child(template.globals, section);
}

/**
 * All values that make up the property at a path, `Globals` first: SAM puts a global list in front of the resource's own. A scalar or
 * a list of the resource's own above the path hides the global one.
 */
export function propertyNodes(template: Template, resource: Resource, ...path: readonly string[]): readonly SyntaxNode[] {
  let nodes = [globalsFor(template, resource), resource.properties].filter((node) => node !== undefined);
  for (const key of path) {
    nodes = nodes.map((node) => child(node, key)).filter((node) => node !== undefined);
    const last = nodes.at(-1);
    if (last?.kind === 'scalar' || last?.tag !== undefined) nodes = [last];
  }
  return nodes;
}
