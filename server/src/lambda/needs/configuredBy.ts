import { evaluate, type Resource, type Template } from '../../cloudformation/index.ts';
import { child } from '../../syntax/index.ts';
import { functionReference } from '../functions.ts';
import type { LambdaFunction } from '../model.ts';

const CONFIGURING_TYPES: ReadonlySet<string> = new Set(['AWS::Lambda::EventInvokeConfig', 'AWS::Lambda::EventSourceMapping']);

/** The resources that configure functions by `FunctionName`, by function; found once for each template. */
const found = new WeakMap<Template, ReadonlyMap<string, readonly Resource[]>>();

/** The resources of a type whose `FunctionName` names the function, one of its aliases or one of its versions. */
export function configuredBy(type: string, fn: LambdaFunction, template: Template): readonly Resource[] {
  const byFunction = found.get(template) ?? findAll(template);
  found.set(template, byFunction);
  return byFunction.get(fn.logicalId)?.filter((resource) => resource.type === type) ?? [];
}

function findAll(template: Template): ReadonlyMap<string, readonly Resource[]> {
  const byFunction = new Map<string, Resource[]>();
  for (const resource of template.resources.values()) {
    const node = CONFIGURING_TYPES.has(resource.type) ? child(resource.properties, 'FunctionName') : undefined;
    const logicalId = node && functionReference(evaluate(node, { template }), template).logicalId;
    if (logicalId === undefined) continue;
    byFunction.set(logicalId, [...(byFunction.get(logicalId) ?? []), resource]);
  }
  return byFunction;
}
