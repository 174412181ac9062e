import {
  canonical,
  evaluate,
  guardOf,
  type Resource,
  referencesIn,
  type Template,
  templateReader,
} from '../../cloudformation/index.ts';
import { documentFact, fact, sameItems } from '../../incremental/facts.ts';
import { conjoin, display, type Guard, readList } from '../../symbolic/index.ts';
import { child } from '../../syntax/index.ts';
import { NOTHING, type RoleContents, together, UNSEEN, under } from './contents.ts';
import { documentContents } from './documents.ts';
import { nameOfRole } from './names.ts';

/** The property by which a policy resource names the roles that it is attached to. */
const ROLES_PROPERTY: Readonly<Record<string, string>> = {
  'AWS::IAM::ManagedPolicy': 'Roles',
  'AWS::IAM::Policy': 'Roles',
  'AWS::IAM::RolePolicy': 'RoleName',
};

/** An entry by which a policy resource names a role. */
interface Attachment {
  readonly policy: Resource;
  readonly guard: Guard;
  /** The role's name in canonical spelling. */
  readonly name: string;
  /** The logical ids that the entry refers to. */
  readonly refersTo: ReadonlySet<string>;
}

interface Role {
  readonly roleId: string;
  /** In canonical spelling. */
  readonly name: string;
}

/** What policy resources of the template attach to a role: one of the template, or one that SAM generates under this logical id. */
export function attachedContents(roleId: string, template: Template): RoleContents {
  const name = display(nameOfRole(roleId, template));
  return together(allAttachments(template).map((attachment) => attachedBy(attachment, { roleId, name }, template)));
}

const POLICY_TYPES: ReadonlySet<string> = new Set(Object.keys(ROLES_PROPERTY));

const allAttachments = documentFact(
  (template: Template) => template.ofTypes(POLICY_TYPES).flatMap((policy) => attachmentsOf(template, policy)),
  sameItems,
);

const attachmentsOf = fact((template: Template, policy: Resource): readonly Attachment[] => {
  const property = ROLES_PROPERTY[policy.type];
  const roles = property === undefined ? undefined : child(policy.properties, property);
  return readList(roles, templateReader({ template })).items.map(({ node, guard }) => ({
    policy,
    guard: conjoin(guardOf(policy), guard),
    name: display(canonical(evaluate(node, { template }), template)),
    refersTo: new Set([...referencesIn(node)].map((reference) => reference.name)),
  }));
});

/** A parameter or an import names a role that was there before; a computed entry that refers to the role may name it. */
function attachedBy({ policy, guard, name, refersTo }: Attachment, role: Role, template: Template): RoleContents {
  if (name !== role.name) return refersTo.has(role.roleId) ? UNSEEN : NOTHING;
  const document = child(policy.properties, 'PolicyDocument');
  return under(guard, documentContents(document, { source: 'inline-policy', label: policy.logicalId }, template));
}
