import { branchesOf, canonical, evaluate, type Resource, type Template } from '../../cloudformation/index.ts';
import { display, knownText, type SymbolicString } from '../../symbolic/index.ts';
import { child, type SyntaxNode } from '../../syntax/index.ts';
import { type RoleContents, together, UNSEEN, under } from './contents.ts';
import { documentContents, type Provenance, publishedContents } from './documents.ts';
import type { RoleKnowledge } from './knowledge.ts';
import { lastSegment, resourceNamed } from './names.ts';

/** A managed policy that a list names by its ARN, in SAM also by its name alone: what it grants, as far as it is known. */
export function managedPolicyContents(node: SyntaxNode, template: Template, knowledge: RoleKnowledge): RoleContents {
  const parts = branchesOf(node).flatMap((branch) =>
    branch.node ? [under(branch.guard, onePolicy(evaluate(branch.node, { template }), template, knowledge))] : [],
  );
  return { ...together(parts), managedPolicies: [policyName(evaluate(node, { template }), template)] };
}

function onePolicy(value: SymbolicString, template: Template, knowledge: RoleKnowledge): RoleContents {
  const own = policyOfTemplate(value, template);
  if (!own) return publishedPolicy(publishedPolicyName(value), knowledge);
  const provenance: Provenance = { source: 'inline-policy', label: own.logicalId };
  return documentContents(child(own.properties, 'PolicyDocument'), provenance, template);
}

/** What one of AWS's policies grants; a policy that is not known may grant anything. */
export function publishedPolicy(name: string | undefined, knowledge: RoleKnowledge, provenance?: Provenance): RoleContents {
  const document = name === undefined ? undefined : knowledge.managedPolicies.byName(name)?.document;
  if (name === undefined || !document) return UNSEEN;
  return publishedContents(document, provenance ?? { source: 'managed-policy', label: name });
}

function policyOfTemplate(value: SymbolicString, template: Template): Resource | undefined {
  return resourceNamed(value, template, MANAGED_POLICY, ({ properties }) => {
    const name = child(properties, 'ManagedPolicyName');
    return name && canonical(evaluate(name, { template }), template);
  });
}

const MANAGED_POLICY: ReadonlySet<string> = new Set(['AWS::IAM::ManagedPolicy']);

/** The account of AWS's policies is called as the partition `aws` is. */
const AWS_POLICY_ARN = /^arn:[^/]*:iam::(?:aws|\$\{AWS::Partition\}):policy\//;

/** The name in an ARN of AWS's own policies, in any partition, or the mere name. */
export function publishedPolicyName(value: SymbolicString): string | undefined {
  const name = knownText(lastSegment(value));
  const text = display(value);
  return name !== undefined && (text === name || AWS_POLICY_ARN.test(text)) ? name : undefined;
}

function policyName(value: SymbolicString, template: Template): string {
  return policyOfTemplate(value, template)?.logicalId ?? display(lastSegment(value));
}
