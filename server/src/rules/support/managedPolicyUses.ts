import type { Analysis } from '../../analysis/index.ts';
import { evaluate, type Resource, referencesIn, type Template } from '../../cloudformation/index.ts';
import { type FunctionPermissions, impliedPolicyNames, publishedPolicyName } from '../../lambda/index.ts';
import { child, type Entry, entryOf, itemsOf, type SyntaxNode } from '../../syntax/index.ts';

/** A managed policy of AWS in the list of a role, or of a function that SAM makes the role of. */
export interface ManagedPolicyUse {
  readonly owner: Resource;
  /** The property that holds the list. */
  readonly list: Entry;
  readonly node: SyntaxNode;
  readonly name: string;
}

/** The managed policies of AWS that stand in a list without a condition. */
export function managedPolicyUses(owner: Resource, property: string, template: Template): readonly ManagedPolicyUse[] {
  const list = entryOf(owner.properties, property);
  return itemsOf(list?.value).flatMap((node) => {
    const name = publishedPolicyName(evaluate(node, { template }));
    return list && name !== undefined ? [{ owner, list, node, name }] : [];
  });
}

/** The entries of `Policies` that SAM attaches to the function's role by itself. */
export function* attachedBySam({ template, permissions }: Analysis): Generator<ManagedPolicyUse> {
  for (const { fn } of permissions.functions) {
    if (!template || !fn.isSam || entryOf(fn.resource.properties, 'Role')) continue;
    const uses = managedPolicyUses(fn.resource, 'Policies', template);
    const implied = uses.length > 0 ? impliedPolicyNames(fn, template) : [];
    yield* uses.filter(({ name }) => implied.includes(name));
  }
}

/** Policies that do nothing but let Lambda make network interfaces, and let the function write its logs. */
const FOR_NETWORKS: readonly string[] = ['AWSLambdaVPCAccessExecutionRole', 'AWSLambdaENIManagementAccess'];

/** A policy for functions in a VPC. */
export interface NetworkPolicyUse extends ManagedPolicyUse {
  /** The functions that run with the role. */
  readonly functionIds: readonly string[];
}

/** Policies for functions in a VPC on roles of which no function is in one, and which nothing else is known to use. */
export function* forNoNetwork({ template, permissions }: Analysis): Generator<NetworkPolicyUse> {
  if (!template?.complete) return;
  for (const [owner, users] of functionsByOwner(permissions.functions)) {
    const property = owner.type === 'AWS::IAM::Role' ? 'ManagedPolicyArns' : 'Policies';
    const uses = managedPolicyUses(owner, property, template).filter(({ name }) => FOR_NETWORKS.includes(name));
    const roleId = users[0]?.role.logicalId;
    const isNeeded = (): boolean =>
      users.some((user) => mayUseNetwork(user, template)) || isNamedElsewhere(roleId, users, template);
    if (uses.length === 0 || hasUnknownMapping(template, permissions.functions) || isNeeded()) continue;
    for (const use of uses) yield { ...use, functionIds: users.map(({ fn }) => fn.logicalId) };
  }
}

/** The functions by what holds their role's policies: the role, or the function that SAM makes it for. */
function functionsByOwner(functions: readonly FunctionPermissions[]): ReadonlyMap<Resource, readonly FunctionPermissions[]> {
  const byOwner = new Map<Resource, FunctionPermissions[]>();
  for (const user of functions) {
    const isGenerated = user.role.origin === 'sam' && user.role.logicalId === `${user.fn.logicalId}Role`;
    const owner = user.role.resource ?? (isGenerated ? user.fn.resource : undefined);
    if (owner) byOwner.set(owner, [...(byOwner.get(owner) ?? []), user]);
  }
  return byOwner;
}

/** Brokers and clusters are reached through network interfaces too. */
function mayUseNetwork({ fn, needs }: FunctionPermissions, template: Template): boolean {
  const globals = child(child(template.globals, 'Function'), 'VpcConfig');
  return (
    child(fn.resource.properties, 'VpcConfig') !== undefined ||
    (fn.isSam && globals !== undefined) ||
    needs.some(({ actions }) => actions.some(({ action }) => action === 'ec2:CreateNetworkInterface'))
  );
}

const MAPPINGS: ReadonlySet<string> = new Set(['AWS::Lambda::EventSourceMapping']);

/** An event source mapping whose source or function cannot be told may need anything. */
function hasUnknownMapping(template: Template, functions: readonly FunctionPermissions[]): boolean {
  const known = new Set(functions.flatMap(({ needs }) => needs.map(({ need }) => need.subject)));
  return template.ofTypes(MAPPINGS).some(({ logicalId }) => !known.has(logicalId));
}

/** Whether something beside these functions refers to the role: an output, or a resource that acts with it too. */
function isNamedElsewhere(roleId: string | undefined, users: readonly FunctionPermissions[], template: Template): boolean {
  const own = new Set<SyntaxNode>(users.map(({ fn }) => fn.resource.node));
  const nodes = [child(template.tree.root, 'Outputs'), ...[...template.resources.values()].map(({ node }) => node)];
  return nodes.some(
    (node) => node && !own.has(node) && !isPolicy(node) && [...referencesIn(node)].some(({ name }) => name === roleId),
  );
}

function isPolicy(node: SyntaxNode): boolean {
  const type = child(node, 'Type');
  return type?.kind === 'scalar' && /^AWS::IAM::(?:Policy|ManagedPolicy|RolePolicy)$/.test(type.text);
}
