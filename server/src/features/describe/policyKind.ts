import type { Analysis } from '../../analysis/index.ts';
import type { Resource } from '../../cloudformation/index.ts';
import type { FunctionPermissions } from '../../lambda/index.ts';
import type { PolicyKind, PolicySite } from '../../policies/index.ts';
import { display } from '../../symbolic/index.ts';
import { attachedTo } from './attachments.ts';

/** What a policy is for, and whose it is: `execution role of Worker`, `resource-based policy of Jobs`, `trust policy of JobRole`. */
export function policyTitle(site: PolicySite, analysis: Analysis): string {
  const { kind, owner } = site;
  if (kind === 'identity') return identityTitle(site, analysis);
  const whose = owner && ownerNames(owner, analysis);
  return `${KINDS[kind]}${whose ? ` of ${whose}` : ''}`;
}

const KINDS: Readonly<Record<PolicyKind, string>> = {
  identity: 'identity policy',
  resource: 'resource-based policy',
  trust: 'trust policy',
  boundary: 'permissions boundary',
  'service-control': 'service control policy',
  'resource-control': 'resource control policy',
  unknown: 'policy',
};

/** The same as a sentence. */
export function policySentence(site: PolicySite, analysis: Analysis): string {
  const title = policyTitle(site, analysis);
  if (!site.owner) return `This is ${/^[aeiou]/.test(title) ? 'an' : 'a'} ${title}.`;
  return title.startsWith('execution role') ? `This policy is part of the ${title}.` : `This is the ${title}.`;
}

function identityTitle({ owner, document }: PolicySite, analysis: Analysis): string {
  const users = owner ? functionsUsing(owner, analysis) : [];
  const holds = users.filter(({ role }) =>
    role.grants.some(({ statement }) => document.statements.some(({ node }) => node === statement.node)),
  );
  if (holds.length > 0) return `execution role of ${functionNames(holds)}`;
  return owner ? `identity policy of ${ownerNames(owner, analysis)}` : 'identity policy';
}

/** The functions whose execution role a resource is, or whose role holds a policy of the resource. */
function functionsUsing({ logicalId }: Resource, { permissions }: Analysis): readonly FunctionPermissions[] {
  return permissions.functions.filter(
    ({ fn, role }) =>
      role.resource?.logicalId === logicalId ||
      fn.logicalId === logicalId ||
      role.grants.some(({ label }) => label === logicalId),
  );
}

/** `Worker and Mailer`, `5 functions`. */
export function functionNames(functions: readonly FunctionPermissions[]): string {
  return names(
    functions.map(({ fn }) => fn.logicalId),
    'functions',
  );
}

function names(all: readonly string[], what: string): string {
  if (all.length > 3) return `${all.length} ${what}`;
  const last = all.at(-1) ?? '';
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${last}` : last;
}

/** What the policy of a resource is attached to; the resource itself where it holds its own policy. */
export function ownerNames(owner: Resource, analysis: Analysis): string {
  return names(attachedTo(owner, analysis), 'resources');
}

/** Whom a role trusts: the principals that its trust policy lets in. */
export function trustedBy(role: Resource, { policies }: Analysis): readonly string[] {
  const trust = policies.filter(({ kind, owner }) => kind === 'trust' && owner?.logicalId === role.logicalId);
  const statements = trust.flatMap(({ document }) => document.statements).filter(({ effect }) => effect === 'Allow');
  return [...new Set(statements.flatMap(({ principals }) => principals?.principals ?? []).map(({ value }) => display(value)))];
}

/** What a role is for: `execution role of Worker`, `role that scheduler.amazonaws.com may assume`. */
export function roleTitle(role: Resource, analysis: Analysis): string {
  const users = analysis.permissions.functions.filter(({ role: own }) => own.resource?.logicalId === role.logicalId);
  if (users.length > 0) return `execution role of ${functionNames(users)}`;
  const trusted = trustedBy(role, analysis);
  return trusted.length > 0 ? `role that ${trusted.join(', ')} may assume` : 'role';
}
