import { referencesIn, type Template } from '../../cloudformation/index.ts';
import { documentFact, sameEntries } from '../../incremental/facts.ts';

const NESTED: ReadonlySet<string> = new Set(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']);

/** Whether a nested stack is told the role's name, with which it may attach policies to it; its ARN does not suffice for that. */
export function isNamedToNestedStack(roleId: string, template: Template): boolean {
  return namesGivenAway(template).has(roleId);
}

const namesGivenAway = documentFact((template: Template): ReadonlyMap<string, true> => {
  const references = template.ofTypes(NESTED).flatMap(({ properties }) => [...referencesIn(properties)]);
  return new Map(references.flatMap(({ name, attribute }) => (attribute === undefined ? [[name, true] as const] : [])));
}, sameEntries);
