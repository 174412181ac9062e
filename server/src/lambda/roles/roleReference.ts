import { branchesOf, canonical, evaluate, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import { type Guard, onlyHole, type SymbolicString } from '../../symbolic/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import { lastSegment, nameOfRole, resourceNamed } from './names.ts';

/** What a property that takes a role names, where `guard` holds. */
export type RoleReference = { readonly guard: Guard } & (
  | { readonly kind: 'template'; readonly logicalId: string; readonly resource: Resource }
  /** The role that SAM generates for a function or state machine, which is the `owner`. */
  | { readonly kind: 'generated'; readonly logicalId: string; readonly owner: Resource }
  /** A role that was there before, or one that cannot be told. */
  | { readonly kind: 'external' }
);

/** The property that names the role of a resource which acts with one. Source: each type's page of the CloudFormation reference. */
const ROLE_PROPERTY: Readonly<Record<string, string>> = {
  'AWS::AppSync::DataSource': 'ServiceRoleArn',
  'AWS::Lambda::Function': 'Role',
  'AWS::Serverless::Function': 'Role',
  'AWS::Serverless::StateMachine': 'Role',
  'AWS::StepFunctions::StateMachine': 'RoleArn',
};

/** Types for which SAM generates a role named after them when they have none. */
const GENERATES_ROLE: ReadonlySet<string> = new Set(['AWS::Serverless::Function', 'AWS::Serverless::StateMachine']);

/** The role that a resource acts with; several where a condition decides. Empty when it has none. */
export function rolesOf(owner: Resource, template: Template): readonly RoleReference[] {
  const property = Object.hasOwn(ROLE_PROPERTY, owner.type) ? ROLE_PROPERTY[owner.type] : undefined;
  const node = property === undefined ? undefined : propertyAt(template, owner, property);
  if (!node || (node.kind === 'scalar' && node.value === null)) return generatedFor(owner, []);
  return branchesOf(node).flatMap((branch) =>
    branch.node ? [roleNamedBy(branch.node, template, branch.guard)] : generatedFor(owner, branch.guard),
  );
}

function generatedFor(owner: Resource, guard: Guard): readonly RoleReference[] {
  return GENERATES_ROLE.has(owner.type) ? [{ kind: 'generated', logicalId: generatedRoleId(owner), owner, guard }] : [];
}

function generatedRoleId(owner: Resource): string {
  return `${owner.logicalId}Role`;
}

/** The role that a value without conditions names: by a reference, an ARN, or a part of one. */
export function roleNamedBy(node: SyntaxNode, template: Template, guard: Guard = []): RoleReference {
  const value = evaluate(node, { template });
  const resource = resourceNamed(value, template, ROLE, ({ logicalId }) => nameOfRole(logicalId, template));
  if (resource) return { kind: 'template', logicalId: resource.logicalId, resource, guard };
  return generatedRole(value, template, guard) ?? { kind: 'external', guard };
}

const ROLE: ReadonlySet<string> = new Set(['AWS::IAM::Role']);

/** `!GetAtt WorkerRole.Arn`, where `WorkerRole` is what SAM makes for `Worker`. */
function generatedRole(value: SymbolicString, template: Template, guard: Guard): RoleReference | undefined {
  if (!template.usesSam) return undefined;
  const name = lastSegment(canonical(value, template));
  const hole = onlyHole(value) ?? onlyHole(name);
  if (hole?.kind !== 'attribute' || template.resources.has(hole.logicalId)) return undefined;
  const owner = template.ofTypes(GENERATES_ROLE).find((resource) => generatedRoleId(resource) === hole.logicalId);
  return owner && { kind: 'generated', logicalId: hole.logicalId, owner, guard };
}
