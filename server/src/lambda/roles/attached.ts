import {
  canonical,
  evaluate,
  guardOf,
  type Resource,
  referencesIn,
  type Template,
  templateReader,
} from '../../cloudformation/index.ts';
import { conjoin, type Guard, isSame, readList } from '../../symbolic/index.ts';
import { child, type SyntaxNode } from '../../syntax/index.ts';
import { NOTHING, type RoleContents, together, UNSEEN, under } from './contents.ts';
import { documentContents } from './documents.ts';
import { nameOfRole } from './names.ts';

/** The property by which a policy resource names the roles that it is attached to. */
const ROLES_PROPERTY: Readonly<Record<string, string>> = {
  'AWS::IAM::ManagedPolicy': 'Roles',
  'AWS::IAM::Policy': 'Roles',
  'AWS::IAM::RolePolicy': 'RoleName',
};

/** What policy resources of the template attach to a role: one of the template, or one that SAM generates under this logical id. */
export function attachedContents(roleId: string, template: Template): RoleContents {
  return together([...template.resources.values()].map((policy) => attachedBy(policy, roleId, template)));
}

function attachedBy(policy: Resource, roleId: string, template: Template): RoleContents {
  const property = Object.hasOwn(ROLES_PROPERTY, policy.type) ? ROLES_PROPERTY[policy.type] : undefined;
  const roles = property === undefined ? undefined : child(policy.properties, property);
  if (!roles) return NOTHING;
  const grants = (guard: Guard): RoleContents =>
    under(
      conjoin(guardOf(policy), guard),
      documentContents(
        child(policy.properties, 'PolicyDocument'),
        { source: 'inline-policy', label: policy.logicalId },
        template,
      ),
    );
  const items = readList(roles, templateReader({ template })).items;
  return together(
    items.map(({ node, guard }) => {
      const match = namesRole(node, roleId, template);
      return match === 'yes' ? grants(guard) : match === 'unknown' ? UNSEEN : NOTHING;
    }),
  );
}

/**
 * Whether an entry names the role. A parameter or an import names a role that was there before; a computed entry that refers to the role
 * may name it.
 */
function namesRole(node: SyntaxNode, roleId: string, template: Template): 'yes' | 'no' | 'unknown' {
  if (isSame(canonical(evaluate(node, { template }), template), nameOfRole(roleId, template))) return 'yes';
  return [...referencesIn(node)].some(({ name }) => name === roleId) ? 'unknown' : 'no';
}
