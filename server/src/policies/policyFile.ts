import { isPolicyDocument, type PolicyDocument, readPolicyDocument, type Statement } from '../iam/index.ts';
import { knownText, literalReader } from '../symbolic/index.ts';
import { childAt, literalText, type MappingNode, parseEmbedded, type SyntaxNode, type SyntaxTree } from '../syntax/index.ts';
import { kindOfOrganizationPolicy, type PolicyKind, type PolicySite } from './site.ts';

/**
 * The policies of a file that is no template: a document, a list of them, or what the AWS CLI prints around one. Recognised by
 * content; anything else has none.
 */
export function policySitesOfFile(tree: SyntaxTree): readonly PolicySite[] {
  return [...sitesIn(tree.root, '', 0)];
}

/**
 * The keys under which the AWS CLI prints a policy, or something that holds one: `iam get-role`, `get-role-policy`,
 * `get-policy-version` and `get-account-authorization-details`, `lambda get-policy`, `sqs get-queue-attributes`, `ecr
 * get-repository-policy`, `logs describe-resource-policies`, `secretsmanager get-resource-policy`, `organizations describe-policy`.
 * Source: https://docs.aws.amazon.com/cli/latest/reference/
 */
const WRAPPERS = new Set([
  'AssumeRolePolicyDocument',
  'Attributes',
  'Content',
  'Document',
  'GroupDetailList',
  'GroupPolicyList',
  'Policies',
  'Policy',
  'PolicyDocument',
  'PolicyVersion',
  'PolicyVersionList',
  'ResourcePolicy',
  'Role',
  'RoleDetailList',
  'RolePolicyList',
  'Roles',
  'UserDetailList',
  'UserPolicyList',
  'policyDocument',
  'policyText',
  'resourcePolicies',
]);

/** `RoleDetailList`, an item, `RolePolicyList`, an item, `PolicyDocument`, the text in it. */
const DEEPEST = 8;

/** @param around the mapping that has the key */
function* sitesIn(
  node: SyntaxNode | undefined,
  key: string,
  depth: number,
  around?: MappingNode,
  kind?: PolicyKind,
): Generator<PolicySite> {
  if (!node || depth > DEEPEST) return;
  if (node.kind === 'sequence') {
    for (const item of node.items) yield* sitesIn(item, key, depth + 1);
  } else if (node.kind === 'scalar') {
    if (WRAPPERS.has(key)) yield* sitesIn(parseEmbedded(node)?.root, key, depth + 1, undefined, kindIn(around, key));
  } else if (isPolicyDocument(node)) {
    yield site(readPolicyDocument(node, literalReader), key, kind);
  } else {
    const wrapped = node.entries.filter((entry) => WRAPPERS.has(entry.key.text));
    for (const entry of wrapped) yield* sitesIn(entry.value, entry.key.text, depth + 1, node);
  }
}

/** What `organizations describe-policy` says of the policy beside its content. */
function kindIn(around: MappingNode | undefined, key: string): PolicyKind | undefined {
  return key === 'Content' ? kindOfOrganizationPolicy(literalText(childAt(around, 'PolicySummary', 'Type'))) : undefined;
}

function site(document: PolicyDocument, key: string, known: PolicyKind | undefined): PolicySite {
  const kind = known ?? (key === 'AssumeRolePolicyDocument' ? 'trust' : kindOf(document));
  return { kind, document, owner: undefined, property: '', guard: [] };
}

/** What a policy is for, from what it says: only policies on a resource name a principal, only trust policies let assume a role. */
function kindOf({ statements, complete }: PolicyDocument): PolicyKind {
  const withPrincipal = statements.filter(({ principals }) => principals !== undefined);
  if (statements.length === 0 || !complete) return 'unknown';
  if (withPrincipal.length === 0) return 'identity';
  if (withPrincipal.length < statements.length) return 'unknown';
  return statements.every(isTrust) ? 'trust' : 'resource';
}

const TRUST_ACTION = /^sts:(assumerole.*|tagsession|setsourceidentity|setcontext)$/i;

function isTrust({ actions }: Statement): boolean {
  const names = actions?.values.map(({ value }) => knownText(value) ?? '') ?? [];
  return names.length > 0 && !actions?.negated && names.every((name) => TRUST_ACTION.test(name));
}
