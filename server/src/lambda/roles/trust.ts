import { canonical, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import { decide } from '../../iam/index.ts';
import { factGiven } from '../../incremental/facts.ts';
import { literal, type Ternary } from '../../symbolic/index.ts';
import { child } from '../../syntax/index.ts';
import { documentContents } from './documents.ts';
import type { RoleReference } from './roleReference.ts';

/**
 * Whether the role lets the service assume it. Conditions of the trust policy leave it `unknown`, unless they are about what is not
 * known here in any case.
 *
 * @param servicePrincipal `lambda.amazonaws.com`
 */
export function roleTrusts(role: Resource, servicePrincipal: string, template: Template): Ternary {
  const service = services.get(servicePrincipal) ?? { principal: servicePrincipal };
  services.set(servicePrincipal, service);
  return trustIn(template, role, service);
}

interface Service {
  readonly principal: string;
}

const services = new Map<string, Service>();

const trustIn = factGiven((template: Template, role: Resource, { principal }: Service): Ternary => {
  const policy = child(role.properties, 'AssumeRolePolicyDocument');
  const { grants, complete } = documentContents(policy, { source: 'inline-policy', label: role.logicalId }, template);
  const { verdict } = decide(grants, {
    action: 'sts:AssumeRole',
    principal: { type: 'Service', value: literal(principal) },
    canonical: (value) => canonical(value, template),
  });
  if (verdict === 'granted') return 'yes';
  if (verdict === 'denied') return 'no';
  return verdict === 'missing' && complete ? 'no' : 'unknown';
});

/** The same for a role that is named somewhere. Source for SAM's: samtranslator/model/sam_resources.py and stepfunctions/generators.py. */
export function referenceTrusts(reference: RoleReference, servicePrincipal: string, template: Template): Ternary {
  if (reference.kind === 'external') return 'unknown';
  if (reference.kind === 'template') return roleTrusts(reference.resource, servicePrincipal, template);
  const { owner } = reference;
  if (propertyAt(template, owner, 'AssumeRolePolicyDocument')) return 'unknown';
  const trusted = owner.type === 'AWS::Serverless::StateMachine' ? 'states.amazonaws.com' : 'lambda.amazonaws.com';
  return servicePrincipal === trusted ? 'yes' : 'no';
}
