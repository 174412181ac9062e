import { evaluate, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import { type FunctionReference, functionReference } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';

/** An `AWS::Lambda::ResourcePolicy`, and the function, alias or version whose whole resource-based policy it is. */
export interface ResourcePolicy {
  readonly resource: Resource;
  readonly aim: FunctionReference;
  /** `ResourceArn`. */
  readonly node: SyntaxNode;
}

const RESOURCE_POLICIES: ReadonlySet<string> = new Set(['AWS::Lambda::ResourcePolicy']);

/** The resource-based policies that the template holds as a whole. */
export function resourcePoliciesOf(template: Template): readonly ResourcePolicy[] {
  return template.ofTypes(RESOURCE_POLICIES).flatMap((resource) => {
    const node = propertyAt(template, resource, 'ResourceArn');
    return node ? [{ resource, node, aim: functionReference(evaluate(node, { template }), template) }] : [];
  });
}

/** Whether two references certainly name the same function with the same qualifier, or both none. */
export function isSameFunction(one: FunctionReference, other: FunctionReference): boolean {
  if (one.logicalId === undefined || one.logicalId !== other.logicalId) return false;
  const [a, b] = [one.qualifier, other.qualifier].map((qualifier) => (qualifier ? display(qualifier) : ''));
  return a === b;
}
