import { referencesIn, type Template } from '../../cloudformation/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import type { LambdaFunction } from '../model.ts';

/**
 * Whether something that cannot be read here may let callers in: resources that a macro adds, a nested stack that is given the
 * function.
 */
export function mayGrantElsewhere(fn: LambdaFunction, template: Template): boolean {
  return !template.complete || template.ofTypes(NESTED).some(({ properties }) => refersTo(properties, fn.logicalId));
}

const NESTED: ReadonlySet<string> = new Set(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']);

function refersTo(node: SyntaxNode | undefined, logicalId: string): boolean {
  return [...referencesIn(node)].some(({ name }) => name === logicalId);
}
