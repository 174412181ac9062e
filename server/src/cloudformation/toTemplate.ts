import { sameItems } from '../incremental/facts.ts';
import { child, itemsOf, literalText, type MappingNode, type SyntaxTree } from '../syntax/index.ts';
import { mappingAt, readConditions, readParameters, readResources } from './sections.ts';
import type { Resource, Template } from './template.ts';
import { TemplateVersion } from './templateVersion.ts';

const SAM_TRANSFORM = /^AWS::Serverless-/;
/** Transforms whose effect on resources is known: SAM's own, and one that only adds intrinsic functions. */
const KNOWN_TRANSFORM = /^AWS::(Serverless-|LanguageExtensions|CodeDeployBlueGreen|SecretsManager-|ServiceCatalog)/;

/**
 * The template that a document is, or `undefined` when it is none. Recognised by its content: `AWSTemplateFormatVersion`, SAM's
 * `Transform`, or `Resources` of which one has an AWS type.
 *
 * @param previous the template of an earlier version of the same document
 */
export function toTemplate(tree: SyntaxTree, previous?: Template): Template | undefined {
  const { root } = tree;
  if (root?.kind !== 'mapping') return undefined;
  const resourcesNode = mappingAt(root, 'Resources');
  const transforms = itemsOf(child(root, 'Transform')).map(literalText);
  const resources = readResources(resourcesNode);
  // A fragment or a test's template may lack the `Transform`; its resources still only mean something to SAM.
  const usesSam = transforms.some((name) => name !== undefined && SAM_TRANSFORM.test(name)) || hasSamType(resources);
  if (!usesSam && !child(root, 'AWSTemplateFormatVersion') && !hasAwsType(resources)) return undefined;
  const before = previous instanceof TemplateVersion ? previous : undefined;
  const content = {
    tree,
    usesSam,
    resources,
    parameters: readParameters(mappingAt(root, 'Parameters')),
    conditions: readConditions(mappingAt(root, 'Conditions')),
    mappings: kept(before?.mappings, mappingAt(root, 'Mappings')),
    globals: usesSam ? kept(before?.globals, mappingAt(root, 'Globals')) : undefined,
    resourcesNode,
    complete:
      transforms.every((name) => name !== undefined && KNOWN_TRANSFORM.test(name)) && !hasUnseenResources(root, resourcesNode),
  };
  return new TemplateVersion(content, before);
}

/** A section that holds the same as before is the same as before. */
function kept(before: MappingNode | undefined, now: MappingNode | undefined): MappingNode | undefined {
  return before && now && sameItems(before.entries, now.entries) ? before : now;
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
