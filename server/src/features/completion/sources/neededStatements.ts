import { draftOf } from '../../../cloudformation/index.ts';
import type { ActionCoverage, ExecutionRole, FunctionPermissions, NeedCoverage } from '../../../lambda/index.ts';
import { mapping } from '../../../syntax/write/index.ts';
import type { Scene } from '../scene.ts';
import type { Skeleton } from './skeletons.ts';

/** Statements that the functions whose execution role has this policy lack: one for each resource that they need and may not use. */
export function neededStatements({ analysis, resource }: Scene): readonly Skeleton[] {
  if (!resource) return [];
  const users = analysis.permissions.functions.filter(({ fn, role }) => hasPolicyOf(role, fn.logicalId, resource.logicalId));
  return users.flatMap(({ needs }) => needs.flatMap(statementsFor));
}

/** Whether a role's permissions are written in a resource: the role itself, a policy of it, or the function that SAM makes the role for. */
function hasPolicyOf(
  { origin, resource, grants }: ExecutionRole,
  fn: FunctionPermissions['fn']['logicalId'],
  owner: string,
): boolean {
  return resource?.logicalId === owner || (origin === 'sam' && fn === owner) || grants.some(({ label }) => label === owner);
}

function statementsFor({ need, actions }: NeedCoverage): readonly Skeleton[] {
  return need.grants.flatMap((grant) => {
    const lacking = actions.filter((coverage) => coverage.grant === grant && isMissing(coverage)).map(({ action }) => action);
    const on = draftOf(grant.written);
    if (lacking.length === 0 || on === undefined) return [];
    return [
      {
        label: `Allow ${need.subject}`,
        detail: `${need.definition.title}: ${lacking.join(', ')}`,
        value: mapping({ Effect: 'Allow', Action: lacking, Resource: on }),
      },
    ];
  });
}

/** The statement that is being typed may grant anything, so that nothing is certain to be missing: what no other one grants counts. */
function isMissing({ verdict, grantedBy }: ActionCoverage): boolean {
  return verdict === 'missing' || (verdict === 'unknown' && grantedBy.length === 0);
}
