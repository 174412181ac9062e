import type { Analysis } from '../../analysis/index.ts';
import {
  arnOf,
  arnReference,
  type CloudFormationKnowledge,
  canonical,
  evaluate,
  propertyAt,
  type Resource,
  type Template,
} from '../../cloudformation/index.ts';
import { display, type Hole, isSame, knownText, ofHole, type SymbolicString } from '../../symbolic/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import type { Subject } from '../rule.ts';
import { resourcesOf } from './arnPlaces.ts';
import { policySubject } from './policyWalk.ts';

/** A place for an ARN where `Ref` gives something else. */
export interface NamePlace {
  readonly node: SyntaxNode;
  readonly resource: Resource;
  /** What `Ref` gives, in words. */
  readonly gives: string;
  /** Why that is wrong, in words. */
  readonly need: string;
  /** Whether the reference is all that stands there. */
  readonly isWhole: boolean;
  readonly subject: Subject;
}

/** Properties that take an ARN. Source: their types' pages in the CloudFormation Template Reference */
const ARN_PROPERTIES: readonly (readonly [type: string, property: string, subject: 'function' | 'trigger' | 'permission'])[] = [
  ['AWS::Lambda::Function', 'Role', 'function'],
  ['AWS::Serverless::Function', 'Role', 'function'],
  ['AWS::Lambda::EventSourceMapping', 'EventSourceArn', 'trigger'],
  ['AWS::Lambda::Permission', 'SourceArn', 'permission'],
];

/**
 * Properties that take the name of a role as well, but find no role with a path by it.
 * Source: https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md (E3050)
 */
const ROLE_PROPERTIES: readonly (readonly [type: string, property: string])[] = [['AWS::CodeBuild::Project', 'ServiceRole']];

/** Every place for an ARN that begins with a `Ref` to a resource whose `Ref` certainly is none. */
export function namePlacesOf(analysis: Analysis): readonly NamePlace[] {
  const inPolicies = [...resourcesOf(analysis)].flatMap(({ value: { value, node }, site }) =>
    nameAt(value, node, policySubject(site), analysis),
  );
  return [...inPolicies, ...inProperties(analysis), ...rolesWithPath(analysis)];
}

function rolesWithPath(analysis: Analysis): readonly NamePlace[] {
  const { template, resources } = analysis;
  if (!template) return [];
  const places = resources.flatMap((resource) =>
    ROLE_PROPERTIES.filter(([type]) => type === resource.type).flatMap(([, property]) => {
      const node = propertyAt(template, resource, property);
      return node ? nameAt(evaluate(node, { template }), node, {}, analysis) : [];
    }),
  );
  return places
    .filter(({ resource, isWhole }) => isWhole && hasPath(resource, template))
    .map((place) => ({
      ...place,
      subject: { role: place.resource.logicalId },
      need: 'a role with a path is not found by it here',
    }));
}

function hasPath(role: Resource, template: Template): boolean {
  const node = role.type === 'AWS::IAM::Role' ? propertyAt(template, role, 'Path') : undefined;
  const path = node && knownText(evaluate(node, { template }));
  return path !== undefined && path !== '/';
}

function inProperties(analysis: Analysis): readonly NamePlace[] {
  const { template, resources } = analysis;
  if (!template) return [];
  return resources.flatMap((resource) =>
    ARN_PROPERTIES.filter(([type]) => type === resource.type).flatMap(([, property, role]) => {
      const node = propertyAt(template, resource, property);
      return node ? nameAt(evaluate(node, { template }), node, subjectOf(role, resource), analysis) : [];
    }),
  );
}

function nameAt(
  value: SymbolicString,
  node: SyntaxNode,
  subject: Subject,
  { template, knowledge }: Analysis,
): readonly NamePlace[] {
  const [first, ...rest] = value.parts;
  const isRef = first?.kind === 'hole' && first.hole.kind === 'attribute' && first.hole.attribute === undefined;
  const resource = isRef && first.hole.kind === 'attribute' ? template?.resources.get(first.hole.logicalId) : undefined;
  const [next] = rest;
  if (!template || !resource || (next && !(next.kind === 'text' && /^[/:]/.test(next.text)))) return [];
  const gives = refGives(resource, template, knowledge.cloudFormation);
  return gives === undefined
    ? []
    : [{ node, resource, gives, need: 'here an ARN is needed', isWhole: rest.length === 0, subject }];
}

/** What `Ref` gives, in words, where it certainly is no ARN. */
function refGives(resource: Resource, template: Template, knowledge: CloudFormationKnowledge): string | undefined {
  const arn = arnOf(resource, template);
  const own = ofHole({ kind: 'attribute', logicalId: resource.logicalId, attribute: undefined });
  const [identifier = '', ...others] = knowledge.resourceType(resource.type)?.primaryIdentifier ?? [];
  const word = /Url$/.test(identifier) ? 'URL' : /Name$/.test(identifier) ? 'name' : 'id';
  if (arn) return isArn(canonical(own, template), arn) ? undefined : word;
  return others.length === 0 && word === 'name' ? word : undefined;
}

function isArn(value: SymbolicString, arn: SymbolicString): boolean {
  return isSame(value, arn) || display(value).startsWith('arn:');
}

/** The reference that gives the ARN of a resource, where one is known. */
export function arnAttribute(resource: Resource, knowledge: CloudFormationKnowledge): SymbolicString | undefined {
  const attributes = knowledge.resourceType(resource.type)?.attributes ?? [];
  const isServerless = resource.type.startsWith('AWS::Serverless::');
  const reference = arnReference(resource);
  return isServerless || attributes.some((name) => display(reference) === `\${${resource.logicalId}.${name}}`)
    ? reference
    : undefined;
}

/** Whether a reference certainly gives a whole ARN. */
export function isArnReference(hole: Hole, template: Template): boolean {
  const resource = hole.kind === 'attribute' ? template.resources.get(hole.logicalId) : undefined;
  const arn = resource && arnOf(resource, template);
  return arn !== undefined && isArn(canonical(ofHole(hole), template), arn);
}

function subjectOf(role: 'function' | 'trigger' | 'permission', { logicalId }: Resource): Subject {
  if (role === 'function') return { function: logicalId };
  return role === 'trigger' ? { trigger: logicalId } : { permission: logicalId };
}
