import type { Analysis } from '../../analysis/index.ts';
import { arnOf, guardOf, type Resource, type Template } from '../../cloudformation/index.ts';
import { type AccessRequest, decide } from '../../iam/index.ts';
import {
  boundaryOf,
  contentsOf,
  type Grant,
  type LambdaFunction,
  type RoleReference,
  roleAllows,
  rolesOf,
} from '../../lambda/index.ts';
import { concat, conjoin, type SymbolicString } from '../../symbolic/index.ts';
import { requestFor, roleArn } from './request.ts';

/** Somebody whose identity policies allow to call a function, or perhaps do. */
export interface Caller {
  /** As it is called behind "who": the logical id of a role or of another holder of policies. */
  readonly logicalId: string;
  /** What its policies are written in. */
  readonly holder: Resource;
  /** The resources that act with the role. */
  readonly users: readonly string[];
  readonly by: readonly Grant[];
  readonly isCertain: boolean;
  /** Whether only versions and aliases of the function may be called. */
  readonly isQualified: boolean;
  readonly request: AccessRequest;
}

/** What is known of who may call a function by identity policies. */
export interface Callers {
  readonly callers: readonly Caller[];
  /** Roles of which not everything can be seen, and what can be seen does not allow it. */
  readonly unseen: readonly string[];
}

/** What is the same for all who would call a function of this stack. */
const INVOKING = { action: 'lambda:InvokeFunction', isOwn: true, fn: undefined } as const;

type KnownRole = Exclude<RoleReference, { readonly kind: 'external' }>;

/** The roles of the template, SAM's included, and the users, groups and policies that somebody may be given. */
export function callersOf(fn: LambdaFunction, analysis: Analysis): Callers {
  const { template } = analysis;
  const arn = template && arnOf(fn.resource, template);
  if (!template || !arn) return { callers: [], unseen: [] };
  const targets = [arn, concat([arn, ':*'])];
  const judged = rolesIn(template).map((role) => byRole(role, fn, targets, analysis, template));
  const callers = judged.flatMap(({ caller }) => caller ?? []);
  return {
    callers: [...callers, ...otherHolders(fn, targets, analysis, template)],
    unseen: judged.flatMap(({ unseen }) => unseen ?? []),
  };
}

function rolesIn(template: Template): readonly KnownRole[] {
  const roles = new Map<string, KnownRole>();
  for (const resource of template.resources.values()) {
    if (resource.type === 'AWS::IAM::Role')
      roles.set(resource.logicalId, { kind: 'template', logicalId: resource.logicalId, resource, guard: guardOf(resource) });
    for (const role of rolesOf(resource, template)) if (role.kind === 'generated') roles.set(role.logicalId, role);
  }
  return [...roles.values()];
}

/** The resources that act with a role. */
function usersOf(roleId: string, template: Template): readonly string[] {
  const users = [...template.resources.values()].filter((resource) =>
    rolesOf(resource, template).some((role) => role.kind !== 'external' && role.logicalId === roleId),
  );
  return users.map(({ logicalId }) => logicalId);
}

function byRole(
  role: KnownRole,
  fn: LambdaFunction,
  targets: readonly SymbolicString[],
  { knowledge }: Analysis,
  template: Template,
): { readonly caller?: Caller; readonly unseen?: string } {
  const { logicalId } = role;
  const held = { ...contentsOf(role, template, knowledge), boundary: boundaryOf(role, template, knowledge) };
  for (const [i, resource] of targets.entries()) {
    const request = requestFor(
      { ...INVOKING, on: resource, role: roleArn(logicalId), guard: conjoin(fn.guard, role.guard) },
      template,
    );
    const { verdict, by } = roleAllows(request, held);
    if (verdict === 'denied') return {};
    if (verdict === 'missing' || by.length === 0) continue;
    const holder = role.kind === 'template' ? role.resource : role.owner;
    const users = usersOf(logicalId, template);
    return { caller: { logicalId, holder, users, by, isCertain: verdict === 'granted', isQualified: i > 0, request } };
  }
  return held.complete ? {} : { unseen: logicalId };
}

/** Their policies are for people and for roles elsewhere; a policy that is attached to a role of the template is that role's. */
const HOLDERS: ReadonlySet<string> = new Set([
  'AWS::IAM::Group',
  'AWS::IAM::GroupPolicy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::User',
  'AWS::IAM::UserPolicy',
  'AWS::SSO::PermissionSet',
]);

function otherHolders(
  fn: LambdaFunction,
  targets: readonly SymbolicString[],
  { policies }: Analysis,
  template: Template,
): readonly Caller[] {
  return policies.flatMap(({ kind, document, owner, guard }): readonly Caller[] => {
    if (kind !== 'identity' || !owner || !HOLDERS.has(owner.type)) return [];
    const grants = document.statements.map(
      (statement): Grant => ({ statement, source: 'inline-policy', label: owner.logicalId, guard }),
    );
    for (const [i, resource] of targets.entries()) {
      const request = requestFor({ ...INVOKING, on: resource, role: undefined, guard: conjoin(fn.guard, guard) }, template);
      const { verdict, by } = decide(grants, request);
      const isCaller = verdict === 'granted' || (verdict === 'unknown' && by.length > 0);
      if (isCaller)
        return [
          {
            logicalId: owner.logicalId,
            holder: owner,
            users: [],
            by,
            isCertain: verdict === 'granted',
            isQualified: i > 0,
            request,
          },
        ];
    }
    return [];
  });
}
