import { referencesIn, type Template } from '../../cloudformation/index.ts';

const NESTED: ReadonlySet<string> = new Set(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']);

/** The logical ids whose names each template gives to nested stacks. */
const known = new WeakMap<Template, ReadonlySet<string>>();

/** Whether a nested stack is told the role's name, with which it may attach policies to it; its ARN does not suffice for that. */
export function isNamedToNestedStack(roleId: string, template: Template): boolean {
  const names = known.get(template) ?? namesGivenAway(template);
  known.set(template, names);
  return names.has(roleId);
}

function namesGivenAway({ resources }: Template): ReadonlySet<string> {
  const nested = [...resources.values()].filter(({ type }) => NESTED.has(type));
  const references = nested.flatMap(({ properties }) => [...referencesIn(properties)]);
  return new Set(references.filter(({ attribute }) => attribute === undefined).map(({ name }) => name));
}
