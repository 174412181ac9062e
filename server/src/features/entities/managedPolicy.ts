import { evaluate, propertyAt } from '../../cloudformation/index.ts';
import type { ManagedPolicy } from '../../iam/knowledge/index.ts';
import { display, knownText } from '../../symbolic/index.ts';
import type { Span } from '../../text/span.ts';
import { isIn, type Spot, wordSpan } from './spot.ts';

/** One of AWS's managed policies, by its ARN or, in SAM, by its name. */
export interface ManagedPolicyEntity {
  readonly kind: 'managed-policy';
  readonly policy: ManagedPolicy;
  readonly span: Span;
}

/** The properties that name managed policies. */
const PROPERTIES: readonly string[] = ['ManagedPolicyArns', 'Policies', 'PermissionsBoundary'];

export function managedPolicyAt(spot: Spot): ManagedPolicyEntity | undefined {
  const { analysis, resource, node, site } = spot;
  const { template, knowledge } = analysis;
  if (!template || !resource || site || node.kind !== 'scalar') return undefined;
  if (!PROPERTIES.some((name) => isIn(spot, propertyAt(template, resource, name)))) return undefined;
  const text = display(evaluate(node, { template })).replace('${AWS::Partition}', 'aws');
  const { managedPolicies } = knowledge;
  const policy =
    managedPolicies.byArn(text) ?? (knownText(evaluate(node, { template })) ? managedPolicies.byName(text) : undefined);
  return policy && { kind: 'managed-policy', policy, span: wordSpan(node) };
}
