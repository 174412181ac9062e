import { evaluate, type Resource, type Template } from '../../cloudformation/index.ts';
import { documentFact, fact, grouped, lookup, sameItems } from '../../incremental/facts.ts';
import { child } from '../../syntax/index.ts';
import { functionReference } from '../functions.ts';
import type { LambdaFunction } from '../model.ts';

const CONFIGURING_TYPES: ReadonlySet<string> = new Set(['AWS::Lambda::EventInvokeConfig', 'AWS::Lambda::EventSourceMapping']);

/** The resources of a type whose `FunctionName` names the function, one of its aliases or one of its versions. */
export function configuredBy(type: string, fn: LambdaFunction, template: Template): readonly Resource[] {
  return configuring(template, fn.resource).filter((resource) => resource.type === type);
}

/** The resources that configure a function by `FunctionName`. */
const configuring = lookup(
  (template: Template, { logicalId }: Resource): readonly Resource[] => configuredFunctions(template).get(logicalId) ?? [],
  sameItems,
);

const configuredFunctions = documentFact((template: Template) =>
  grouped(template.ofTypes(CONFIGURING_TYPES), (resource) => configuredFunction(template, resource)),
);

const configuredFunction = fact((template: Template, { properties }: Resource): string | undefined => {
  const node = child(properties, 'FunctionName');
  return node && functionReference(evaluate(node, { template }), template).logicalId;
});
