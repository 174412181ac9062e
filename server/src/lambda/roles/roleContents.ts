import { branchesOf, evaluate, type Resource, type Template, templateReader } from '../../cloudformation/index.ts';
import { display, readList } from '../../symbolic/index.ts';
import { child, itemsOf, type SyntaxNode } from '../../syntax/index.ts';
import { attachedContents } from './attached.ts';
import { connectorContents } from './connectors.ts';
import { NOTHING, type RoleContents, together, UNSEEN, under } from './contents.ts';
import { documentContents } from './documents.ts';
import { isNamedToNestedStack } from './givenAway.ts';
import { impliedContents } from './implied.ts';
import type { RoleKnowledge } from './knowledge.ts';
import { managedPolicyContents } from './managedPolicies.ts';
import type { RoleReference } from './roleReference.ts';
import { samPolicyContents } from './samPolicies.ts';

/** What a role holds, wherever in the template that is written. */
export function contentsOf(reference: RoleReference, template: Template, knowledge: RoleKnowledge): RoleContents {
  if (reference.kind === 'external') return UNSEEN;
  const { logicalId } = reference;
  const parts =
    reference.kind === 'template'
      ? [inlineContents(reference.resource, template), managedContents(reference.resource, template, knowledge)]
      : generatedContents(reference.owner, logicalId, template, knowledge);
  const contents = together([...parts, attachedContents(logicalId, template), connectorContents(logicalId, template, knowledge)]);
  const complete = contents.complete && template.complete && !isNamedToNestedStack(logicalId, template);
  return under(reference.guard, { ...contents, complete });
}

/** The role's own `Policies`. */
function inlineContents(role: Resource, template: Template): RoleContents {
  const { items, complete } = readList(child(role.properties, 'Policies'), templateReader({ template }));
  const isSeen = complete && !hasUnseenProperties(role);
  return together([
    isSeen ? NOTHING : UNSEEN,
    ...items.map(({ node, guard }) => {
      const name = child(node, 'PolicyName');
      const label = name ? display(evaluate(name, { template })) : role.logicalId;
      return under(guard, documentContents(child(node, 'PolicyDocument'), { source: 'inline-policy', label }, template));
    }),
  ]);
}

/** `Fn::Transform` among the properties may add any of them. */
function hasUnseenProperties({ properties, node }: Resource): boolean {
  return [...(properties?.entries ?? []), ...node.entries].some(({ key }) => key.text.startsWith('Fn::'));
}

function managedContents(role: Resource, template: Template, knowledge: RoleKnowledge): RoleContents {
  return managedPolicyList(child(role.properties, 'ManagedPolicyArns'), template, knowledge);
}

/** A list of managed policies; an entry that a condition decides on keeps its name as one. */
function managedPolicyList(node: SyntaxNode | undefined, template: Template, knowledge: RoleKnowledge): RoleContents {
  if (!node) return NOTHING;
  return together(
    branchesOf(node).flatMap((branch) => {
      if (!branch.node) return [];
      const items = itemsOf(branch.node).map((item) => managedPolicyContents(item, template, knowledge));
      return [under(branch.guard, together(items))];
    }),
  );
}

function generatedContents(
  owner: Resource,
  roleId: string,
  template: Template,
  knowledge: RoleKnowledge,
): readonly RoleContents[] {
  return [impliedContents(owner, roleId, template, knowledge), samPolicyContents(owner, roleId, template, knowledge)];
}
