import type { Analysis } from '../../analysis/index.ts';
import { evaluate, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import { ownersOf } from '../../rules/support/policyOwners.ts';
import { knownText, onlyHole } from '../../symbolic/index.ts';
import { itemsOf, type SyntaxNode } from '../../syntax/index.ts';
import { isPolicyType } from '../entities/named.ts';

/**
 * The properties by which policy resources name what they are attached to.
 * Source: each type's page of https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
 */
const ATTACHED_BY: readonly string[] = [
  'Bucket',
  'ClusterArn',
  'EventBusName',
  'GroupName',
  'Groups',
  'ResourceArn',
  'ResourceIdentifier',
  'RoleName',
  'Roles',
  'SecretId',
  'TableARN',
  'TableBucketARN',
  'UserName',
  'Users',
];

/** What a policy resource is attached to; the resource itself where it holds its own policy, or where that cannot be told. */
export function attachedTo(policy: Resource, { template }: Analysis): readonly string[] {
  if (!template || !isPolicyType(policy.type)) return [policy.logicalId];
  const known = ownersOf(policy, template)?.map(({ name }) => name) ?? namedIn(policy, template);
  return known.length > 0 ? known : [policy.logicalId];
}

function namedIn(policy: Resource, template: Template): readonly string[] {
  return ATTACHED_BY.flatMap((property) => itemsOf(propertyAt(template, policy, property))).flatMap(
    (node) => nameOf(node, template) ?? [],
  );
}

/** A logical id, or a mere name. */
function nameOf(node: SyntaxNode, template: Template): string | undefined {
  const value = evaluate(node, { template });
  const hole = onlyHole(value);
  if (hole?.kind === 'attribute') return hole.logicalId;
  const text = knownText(value);
  return text !== undefined && /^[\w.@+=-]+$/.test(text) ? text : undefined;
}
