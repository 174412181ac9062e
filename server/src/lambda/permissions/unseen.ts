import { referencesIn, type Template } from '../../cloudformation/index.ts';
import type { LambdaFunction } from '../model.ts';

/**
 * Whether something that cannot be read here may let callers in: resources that a macro adds, a nested stack that is given the
 * function.
 */
export function mayGrantElsewhere(fn: LambdaFunction, template: Template): boolean {
  return !template.complete || isGivenAway(fn, template);
}

const NESTED: ReadonlySet<string> = new Set(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']);

function isGivenAway(fn: LambdaFunction, template: Template): boolean {
  for (const { type, properties } of template.resources.values()) {
    if (NESTED.has(type) && [...referencesIn(properties)].some(({ name }) => name === fn.logicalId)) return true;
  }
  return false;
}
