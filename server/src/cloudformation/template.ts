import {
  child,
  childAt,
  itemsOf,
  literalText,
  type MappingNode,
  type ScalarNode,
  type SyntaxNode,
  type SyntaxTree,
} from '../syntax/index.ts';
import type { Span } from '../text/span.ts';

/** A CloudFormation or SAM template, as far as it can be read. */
export interface Template {
  readonly tree: SyntaxTree;
  readonly root: MappingNode;
  readonly usesSam: boolean;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly conditions: ReadonlyMap<string, SyntaxNode>;
  readonly mappings: MappingNode | undefined;
  /** SAM's `Globals`. */
  readonly globals: MappingNode | undefined;
  /** The mapping that new resources are added to. */
  readonly resourcesNode: MappingNode | undefined;
  /** False when something that cannot be seen here adds resources: a macro, `AWS::Include`, `Fn::ForEach`. */
  readonly complete: boolean;
}

export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly node: MappingNode;
  readonly properties: MappingNode | undefined;
  /** The condition under which the resource exists. */
  readonly condition: string | undefined;
  readonly dependsOn: readonly ScalarNode[];
  /** From the logical id to the end of the resource. */
  readonly span: Span;
  /** The logical id. */
  readonly nameSpan: Span;
}

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly defaultValue: string | undefined;
  readonly allowedValues: readonly string[] | undefined;
  readonly nameSpan: Span;
}

const SAM_TRANSFORM = /^AWS::Serverless-/;
/** Transforms whose effect on resources is known: SAM's own, and one that only adds intrinsic functions. */
const KNOWN_TRANSFORM = /^AWS::(Serverless-|LanguageExtensions|CodeDeployBlueGreen|SecretsManager-|ServiceCatalog)/;

/**
 * The template that a document is, or `undefined` when it is none. Recognised by its content: `AWSTemplateFormatVersion`, SAM's
 * `Transform`, or `Resources` of which one has an AWS type.
 */
export function toTemplate(tree: SyntaxTree): Template | undefined {
  const { root } = tree;
  if (root?.kind !== 'mapping') return undefined;
  const resourcesNode = mappingAt(root, 'Resources');
  const transforms = itemsOf(child(root, 'Transform')).map(literalText);
  const resources = readResources(resourcesNode);
  // A fragment or a test's template may lack the `Transform`; its resources still only mean something to SAM.
  const usesSam = transforms.some((name) => name !== undefined && SAM_TRANSFORM.test(name)) || hasSamType(resources);
  if (!usesSam && !child(root, 'AWSTemplateFormatVersion') && !hasAwsType(resources)) return undefined;
  return {
    tree,
    root,
    usesSam,
    resources,
    parameters: readParameters(mappingAt(root, 'Parameters')),
    conditions: readConditions(mappingAt(root, 'Conditions')),
    mappings: mappingAt(root, 'Mappings'),
    globals: usesSam ? mappingAt(root, 'Globals') : undefined,
    resourcesNode,
    complete:
      transforms.every((name) => name !== undefined && KNOWN_TRANSFORM.test(name)) && !hasUnseenResources(root, resourcesNode),
  };
}

function mappingAt(node: SyntaxNode | undefined, key: string): MappingNode | undefined {
  const value = child(node, key);
  return value?.kind === 'mapping' ? value : undefined;
}

function hasAwsType(resources: ReadonlyMap<string, Resource>): boolean {
  return [...resources.values()].some(({ type }) => /^(AWS|Alexa|Custom)::/.test(type));
}

function hasSamType(resources: ReadonlyMap<string, Resource>): boolean {
  return [...resources.values()].some(({ type }) => type.startsWith('AWS::Serverless::'));
}

function hasUnseenResources(root: MappingNode, resources: MappingNode | undefined): boolean {
  const hidden = (node: MappingNode | undefined): boolean =>
    node?.entries.some(({ key }) => key.text.startsWith('Fn::')) ?? false;
  return hidden(root) || hidden(resources);
}

function readResources(node: MappingNode | undefined): ReadonlyMap<string, Resource> {
  const resources = new Map<string, Resource>();
  for (const { key, value, span } of node?.entries ?? []) {
    if (value?.kind !== 'mapping') continue;
    resources.set(key.text, {
      logicalId: key.text,
      type: literalText(child(value, 'Type')) ?? '',
      node: value,
      properties: mappingAt(value, 'Properties'),
      condition: literalText(child(value, 'Condition')),
      dependsOn: itemsOf(child(value, 'DependsOn')).filter((item) => item.kind === 'scalar'),
      span,
      nameSpan: key.span,
    });
  }
  return resources;
}

function readParameters(node: MappingNode | undefined): ReadonlyMap<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  for (const { key, value } of node?.entries ?? []) {
    const allowed = childAt(value, 'AllowedValues');
    parameters.set(key.text, {
      name: key.text,
      type: literalText(child(value, 'Type')) ?? 'String',
      defaultValue: literalText(child(value, 'Default')),
      allowedValues: allowed?.kind === 'sequence' ? allowed.items.map((item) => literalText(item) ?? '') : undefined,
      nameSpan: key.span,
    });
  }
  return parameters;
}

function readConditions(node: MappingNode | undefined): ReadonlyMap<string, SyntaxNode> {
  return new Map((node?.entries ?? []).flatMap(({ key, value }) => (value ? [[key.text, value] as const] : [])));
}
