import { evaluate, propertyAt, referencesIn, type Template } from '../../cloudformation/index.ts';
import { functionReference } from '../functions.ts';
import type { LambdaFunction } from '../model.ts';

/**
 * Whether something that cannot be read here may let callers in: resources that a macro adds, a whole policy of the function
 * (`AWS::Lambda::ResourcePolicy`), a nested stack that is given the function.
 */
export function mayGrantElsewhere(fn: LambdaFunction, template: Template): boolean {
  return !template.complete || hasResourcePolicy(fn, template) || isGivenAway(fn, template);
}

function hasResourcePolicy(fn: LambdaFunction, template: Template): boolean {
  for (const resource of template.resources.values()) {
    if (resource.type !== 'AWS::Lambda::ResourcePolicy') continue;
    const node = propertyAt(template, resource, 'ResourceArn');
    const target = node && functionReference(evaluate(node, { template }), template).logicalId;
    if (target === undefined || target === fn.logicalId) return true;
  }
  return false;
}

const NESTED: ReadonlySet<string> = new Set(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']);

function isGivenAway(fn: LambdaFunction, template: Template): boolean {
  for (const { type, properties } of template.resources.values()) {
    if (NESTED.has(type) && [...referencesIn(properties)].some(({ name }) => name === fn.logicalId)) return true;
  }
  return false;
}
