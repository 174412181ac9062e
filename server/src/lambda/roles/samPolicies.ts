import { branchesOf, evaluate, intrinsicOf, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import type { Statement } from '../../iam/index.ts';
import type { SamPolicyTemplate } from '../../iam/knowledge/index.ts';
import { ofHole, type SymbolicString } from '../../symbolic/index.ts';
import { child, itemsOf, type MappingNode, type SyntaxNode } from '../../syntax/index.ts';
import { NOTHING, type RoleContents, together, UNSEEN, under } from './contents.ts';
import { boundStatements, documentContents, grantsOf } from './documents.ts';
import type { RoleKnowledge } from './knowledge.ts';
import { managedPolicyContents } from './managedPolicies.ts';

/** What `Policies` of a SAM function or state machine puts into the role that SAM generates. */
export function samPolicyContents(owner: Resource, roleId: string, template: Template, knowledge: RoleKnowledge): RoleContents {
  const node = propertyAt(template, owner, 'Policies');
  if (!node) return NOTHING;
  const context: Context = { roleId, template, knowledge };
  return together(
    branchesOf(node).flatMap((branch) => (branch.node ? [under(branch.guard, listContents(branch.node, context))] : [])),
  );
}

interface Context {
  readonly roleId: string;
  readonly template: Template;
  readonly knowledge: RoleKnowledge;
}

function listContents(list: SyntaxNode, context: Context): RoleContents {
  return together(itemsOf(list).map((item, index) => entryContents(item, index, context)));
}

/** One entry: a document, a policy template, or the name or ARN of a managed policy. */
function entryContents(entry: SyntaxNode, index: number, context: Context): RoleContents {
  const { roleId, template, knowledge } = context;
  const branches = branchesOf(entry);
  if (branches.every(({ node }) => !node || node.kind === 'scalar' || intrinsicOf(node))) {
    return managedPolicyContents(entry, template, knowledge);
  }
  return together(
    branches.map(({ node, guard }) => {
      if (!node) return NOTHING;
      if (node.kind !== 'mapping' || intrinsicOf(node)) return under(guard, managedPolicyContents(node, template, knowledge));
      if (!child(node, 'Statement')) return under(guard, policyTemplateContents(node, context));
      // SAM names the inline policy after the role and the entry's place in the list.
      return under(guard, documentContents(node, { source: 'inline-policy', label: `${roleId}Policy${index}` }, template));
    }),
  );
}

/** `- SQSPollerPolicy: { QueueName: !GetAtt Queue.QueueName }` */
function policyTemplateContents(node: MappingNode, { template, knowledge }: Context): RoleContents {
  return together(
    node.entries.map(({ key, value }) => {
      const policy = knowledge.samPolicyTemplates.template(key.text);
      if (!policy) return UNSEEN;
      const statements = policyTemplateStatements(policy, boundParameters(policy, value, template), template);
      const grants = grantsOf(statements, { source: 'sam-policy-template', label: policy.name });
      return { grants, managedPolicies: [], complete: true };
    }),
  );
}

/** The statements that SAM makes of a policy template whose parameters have these values. */
export function policyTemplateStatements(
  { statements }: SamPolicyTemplate,
  bindings: ReadonlyMap<string, SymbolicString>,
  template: Template,
): readonly Statement[] {
  return boundStatements(statements, { template, bindings });
}

/** What the parameters of a policy template are bound to where it is given these arguments. */
export function boundParameters(
  { parameters }: SamPolicyTemplate,
  given: SyntaxNode | undefined,
  template: Template,
): ReadonlyMap<string, SymbolicString> {
  return new Map(
    parameters.map(({ name }) => {
      const value = child(given, name);
      const missing = ofHole({ kind: 'opaque', reason: 'a parameter that is not given', key: name });
      return [name, value ? evaluate(value, { template }) : missing];
    }),
  );
}
