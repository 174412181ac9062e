import type { Analysis } from '../../analysis/index.ts';
import { arnReference, type Template } from '../../cloudformation/index.ts';
import { type AccessRequest, type Decision, decide } from '../../iam/index.ts';
import { type FunctionPermissions, type Grant, type InvokePermission, roleAllows, type Verdict } from '../../lambda/index.ts';
import { concat, ofHole } from '../../symbolic/index.ts';
import { permissionsLetting } from './invokable.ts';
import { isAbout, openPointsOf } from './matching.ts';
import { requestFor, roleArn } from './request.ts';
import type { Target } from './resourceAsked.ts';
import { resourcePoliciesFor } from './resourcePolicies.ts';
import { unseenOf } from './unseen.ts';

/** Whose permissions are asked about, and where everything is looked up. */
export interface Asking {
  readonly owner: FunctionPermissions;
  readonly analysis: Analysis;
  readonly template: Template;
}

/** Whether a function may do something, and why. */
export interface Ruling {
  readonly verdict: Verdict;
  /** What allows or denies it, or perhaps does. */
  readonly by: readonly Grant[];
  /** Lambda permissions that allow it. */
  readonly permissions: readonly InvokePermission[];
  /** What has the last word. */
  readonly cause: 'role' | 'boundary' | 'resource-policy' | 'key-policy';
  /** For `unknown`: what it depends on, and the statement that it is a matter of. */
  readonly points: readonly OpenPoint[];
}

export interface OpenPoint {
  readonly text: string;
  readonly grant: Grant | undefined;
}

/**
 * Whether the execution role may do something with a resource of its own account: by its policies within its permissions boundary, or by
 * the resource's policy; a Deny in either wins. With a key of AWS KMS, the key's policy must leave it to the role's policies.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 *
 * @param name the resource as the question calls it
 */
export function judge(action: string, target: Target, name: string, asking: Asking): Ruling {
  const { fn, role } = asking.owner;
  const asker = role.logicalId === undefined ? undefined : roleArn(role.logicalId);
  const wish = {
    action,
    on: target.on,
    isOwn: target.resource !== undefined,
    role: asker,
    fn: arnReference(fn.resource),
    guard: fn.guard,
  };
  const request = requestFor(wish, asking.template);
  const own = byRole(request, name, asking);
  const policies = resourcePoliciesFor(target, asking.analysis);
  const asRole: AccessRequest = { ...request, principal: asker && { type: 'AWS', value: asker } };
  const other = asRole.principal ? decide(policies.grants, asRole) : NOTHING;
  if (own.verdict === 'denied' || other.verdict === 'denied')
    return own.verdict === 'denied' ? own : ruledBy(other, 'resource-policy');
  if (isKey(target) && other.verdict !== 'granted') return withinKeyPolicy(own, request, policies.grants, name);
  const permissions = asker
    ? permissionsLetting({ role: asker, given: request.given ?? [] }, action, target, asking.template)
    : [];
  return together(own, { decision: other, grants: policies.grants, permissions, request: asRole, name });
}

const NOTHING: Decision<Grant> = { verdict: 'missing', by: [] };

function ruledBy({ verdict, by }: Decision<Grant>, cause: Ruling['cause'], points: readonly OpenPoint[] = []): Ruling {
  return { verdict, by, permissions: [], cause, points };
}

function byRole(request: AccessRequest, name: string, { owner: { role }, analysis }: Asking): Ruling {
  const decision = roleAllows(request, role);
  const { verdict, by } = decision;
  const free = role.boundary ? roleAllows(request, { ...role, boundary: undefined }).verdict : verdict;
  if (free === 'granted' && verdict !== 'granted') {
    const points =
      verdict === 'unknown' ? [{ text: 'what the permissions boundary of the role lets through', grant: undefined }] : [];
    return ruledBy(decision, 'boundary', points);
  }
  if (verdict !== 'unknown') return ruledBy(decision, 'role');
  const unseen = role.complete ? [] : [{ text: unseenOf(role, analysis), grant: undefined }];
  return ruledBy(decision, 'role', [...pointsOf(by, request, name), ...unseen]);
}

function pointsOf(grants: readonly Grant[], request: AccessRequest, name: string): readonly OpenPoint[] {
  return grants.flatMap((grant) => openPointsOf(grant, request, name).map((text) => ({ text, grant })));
}

/** What the resource's side says. */
interface OtherSide {
  readonly decision: Decision<Grant>;
  readonly grants: readonly Grant[];
  readonly permissions: readonly InvokePermission[];
  readonly request: AccessRequest;
  readonly name: string;
}

/** Within one account, one of the two policies is enough. */
function together(own: Ruling, { decision, grants, permissions, request, name }: OtherSide): Ruling {
  if (own.verdict === 'granted') {
    const denies = grants.filter((grant) => isPerhapsDenied(grant, request));
    const decided = { verdict: 'unknown' as const, by: [...own.by, ...denies] };
    return denies.length > 0 ? ruledBy(decided, 'resource-policy', pointsOf(denies, request, name)) : own;
  }
  const isOpen = own.by.some(({ statement }) => statement.effect !== 'Allow');
  if (decision.verdict === 'granted' && !isOpen) return ruledBy(decision, 'resource-policy');
  if (permissions.length > 0 && !isOpen) return { ...ruledBy({ verdict: 'granted', by: [] }, 'resource-policy'), permissions };
  if (own.verdict !== 'missing' || decision.verdict !== 'unknown') return own;
  return ruledBy(decision, 'resource-policy', pointsOf(decision.by, request, name));
}

function isPerhapsDenied(grant: Grant, request: AccessRequest): boolean {
  return request.principal !== undefined && grant.statement.effect === 'Deny' && isAbout(grant, request) === 'unknown';
}

const KEYS: ReadonlySet<string> = new Set(['AWS::KMS::Key', 'AWS::KMS::ReplicaKey']);

function isKey({ resource }: Target): boolean {
  return resource !== undefined && KEYS.has(resource.type);
}

const ACCOUNT = concat([
  'arn:',
  ofHole({ kind: 'pseudo', name: 'AWS::Partition' }),
  ':iam::',
  ofHole({ kind: 'pseudo', name: 'AWS::AccountId' }),
  ':root',
]);

/** A key without a policy of its own gets one that leaves everything to the account. */
function withinKeyPolicy(own: Ruling, request: AccessRequest, grants: readonly Grant[], name: string): Ruling {
  if (own.verdict !== 'granted' || grants.length === 0) return own;
  const asAccount: AccessRequest = { ...request, principal: { type: 'AWS', value: ACCOUNT } };
  const { verdict, by } = decide(grants, asAccount);
  if (verdict === 'granted') return own;
  if (verdict === 'unknown') return ruledBy({ verdict, by: [...own.by, ...by] }, 'key-policy', pointsOf(by, asAccount, name));
  return ruledBy({ verdict: verdict === 'missing' ? 'denied' : verdict, by: own.by }, 'key-policy');
}
