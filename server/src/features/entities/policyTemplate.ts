import { propertyAt } from '../../cloudformation/index.ts';
import type { SamPolicyTemplate, SamPolicyTemplateParameter } from '../../iam/knowledge/index.ts';
import { type Entry, entryOf } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';
import { isIn, type Spot, wordSpan } from './spot.ts';

/** A policy template of SAM in a `Policies`. */
export interface PolicyTemplateEntity {
  readonly kind: 'policy-template';
  readonly policy: SamPolicyTemplate;
  readonly entry: Entry;
  /** The function has a `Role`, so that SAM ignores its `Policies`. */
  readonly isIgnored: boolean;
  readonly span: Span;
}

/** A parameter that a policy template is given. */
export interface PolicyTemplateParameterEntity {
  readonly kind: 'policy-template-parameter';
  readonly policy: SamPolicyTemplate;
  readonly parameter: SamPolicyTemplateParameter;
  readonly span: Span;
}

export function policyTemplateAt(spot: Spot): PolicyTemplateEntity | PolicyTemplateParameterEntity | undefined {
  const { analysis, entry, node, resource } = spot;
  if (!entry || !isInPolicies(spot)) return undefined;
  const { samPolicyTemplates } = analysis.knowledge;
  const named = samPolicyTemplates.template(entry.key.text);
  const isIgnored = entryOf(resource?.properties, 'Role') !== undefined;
  if (named) return { kind: 'policy-template', policy: named, entry, isIgnored, span: wordSpan(node) };
  const around = node.parent?.parent;
  const holder = around?.kind === 'mapping' ? around.entries.find(({ value }) => value === node.parent) : undefined;
  const policy = holder && samPolicyTemplates.template(holder.key.text);
  const parameter = policy?.parameters.find(({ name }) => name === entry.key.text);
  return policy && parameter && { kind: 'policy-template-parameter', policy, parameter, span: wordSpan(node) };
}

function isInPolicies(spot: Spot): boolean {
  const { resource, analysis } = spot;
  const { template } = analysis;
  if (!template || !resource?.type.startsWith('AWS::Serverless::')) return false;
  return isIn(spot, propertyAt(template, resource, 'Policies'));
}
