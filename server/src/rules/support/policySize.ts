import { branchesOf, evaluate, type Template } from '../../cloudformation/index.ts';
import type { PolicySite } from '../../policies/index.ts';
import { literalText, type SyntaxNode } from '../../syntax/index.ts';
import { isExpression } from './policyElements.ts';

/** How many characters a policy may have, and in which words. */
export interface SizeLimit {
  readonly most: number;
  /** `A managed policy` */
  readonly what: string;
  /** Whether all such policies of one resource count together. */
  readonly together: boolean;
}

/**
 * The limit for a policy of a resource; `undefined` where AWS publishes none.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html,
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html,
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
 */
export function sizeLimitOf({ owner, kind }: PolicySite): SizeLimit | undefined {
  if (owner === undefined) return kind === 'identity' ? MANAGED : undefined;
  if (kind === 'trust') return { most: 2048, what: 'A trust policy', together: false };
  if (owner.type === 'AWS::Organizations::Policy') return { most: 5120, what: 'A policy of an organization', together: false };
  return BY_TYPE.get(owner.type);
}

const MANAGED: SizeLimit = { most: 6144, what: 'A managed policy', together: false };
const ROLE: SizeLimit = { most: 10_240, what: 'A role with all its inline policies', together: true };
const GROUP: SizeLimit = { most: 5120, what: 'A group with all its inline policies', together: true };
const USER: SizeLimit = { most: 2048, what: 'A user with all its inline policies', together: true };

const BY_TYPE: ReadonlyMap<string, SizeLimit> = new Map([
  ['AWS::IAM::ManagedPolicy', MANAGED],
  ['AWS::IAM::Role', ROLE],
  ['AWS::IAM::RolePolicy', ROLE],
  ['AWS::Serverless::Function', ROLE],
  ['AWS::Serverless::StateMachine', ROLE],
  ['AWS::IAM::Group', GROUP],
  ['AWS::IAM::GroupPolicy', GROUP],
  ['AWS::IAM::User', USER],
  ['AWS::IAM::UserPolicy', USER],
  ['AWS::S3::BucketPolicy', { most: 20_480, what: 'A bucket policy', together: false }],
  ['AWS::KMS::Key', { most: 32_768, what: 'A key policy', together: false }],
  ['AWS::Lambda::ResourcePolicy', { most: 20_480, what: 'A function’s resource policy', together: false }],
  ['AWS::SecretsManager::ResourcePolicy', { most: 20_480, what: 'A secret’s policy', together: false }],
]);

/** How many characters a node has at least as JSON without white space; what only deployment knows counts for nothing. */
export function leastSize(node: SyntaxNode, template: Template | undefined): number {
  const sizes = branchesOf(node).map((branch) => (branch.node ? ownSize(branch.node, template) : 0));
  return sizes.length > 0 ? Math.min(...sizes) : 0;
}

function ownSize(node: SyntaxNode, template: Template | undefined): number {
  if (isExpression(node)) return template ? knownSize(node, template) : 0;
  if (node.kind === 'scalar') return literalText(node) === undefined ? 0 : JSON.stringify(node.text).length;
  const sizes =
    node.kind === 'sequence'
      ? node.items.map((item) => leastSize(item, template))
      : node.entries.map(({ key, value }) => key.text.length + 3 + (value ? leastSize(value, template) : 0));
  return sizes.reduce((sum, size) => sum + size, 2) + Math.max(0, sizes.length - 1);
}

function knownSize(node: SyntaxNode, template: Template): number {
  const { parts } = evaluate(node, { template });
  return parts.reduce((sum, part) => sum + (part.kind === 'text' ? part.text.length : 0), 0);
}
