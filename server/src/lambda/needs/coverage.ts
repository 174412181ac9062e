import { canonical, type Template } from '../../cloudformation/index.ts';
import type { AccessRequest, ActionId } from '../../iam/index.ts';
import type { ActionCoverage, ExecutionRole, Need, NeedCoverage, NeededGrant, Verdict } from '../model.ts';
import { roleAllows } from '../roleAccess.ts';
import { letInByResourcePolicy } from './resourcePolicies.ts';

/** Whether the role allows each need, by which of its grants. What an incompletely known role does not show is `unknown`. */
export function coverageOf(needs: readonly Need[], role: ExecutionRole, template: Template): readonly NeedCoverage[] {
  return needs.map((need) => {
    const actions = need.grants.flatMap((grant) => grantCoverage(grant, need, role, template));
    return { need, verdict: verdictOf(actions), actions };
  });
}

function grantCoverage(grant: NeededGrant, need: Need, role: ExecutionRole, template: Template): readonly ActionCoverage[] {
  const covered = grant.actions.map((action) => actionCoverage(action, grant, need, role, template));
  const enough = grant.anyOf ? covered.find(({ verdict }) => verdict === 'granted') : undefined;
  return enough ? covered.map((one) => ({ ...one, verdict: enough.verdict, grantedBy: enough.grantedBy })) : covered;
}

function actionCoverage(
  action: ActionId,
  grant: NeededGrant,
  need: Need,
  role: ExecutionRole,
  template: Template,
): ActionCoverage {
  const request: AccessRequest = {
    action,
    resource: grant.on,
    given: need.guard,
    canonical: (value) => canonical(value, template),
  };
  const { verdict, by } = roleAllows(request, role);
  if (verdict !== 'missing') return { action, grant, verdict, grantedBy: by };
  const other = letInByResourcePolicy(request, role, template);
  return { action, grant, verdict: other.verdict, grantedBy: other.by };
}

/** The worst of the required actions decides; where only documented ones are, nothing is certain to fail without them. */
function verdictOf(actions: readonly ActionCoverage[]): Verdict {
  const required = actions.filter(({ grant }) => grant.level === 'required');
  if (required.length > 0) return worst(required);
  const verdict = worst(actions);
  return verdict === 'missing' ? 'unknown' : verdict;
}

const BAD_TO_GOOD: readonly Verdict[] = ['denied', 'missing', 'unknown', 'granted'];

function worst(actions: readonly ActionCoverage[]): Verdict {
  return BAD_TO_GOOD.find((verdict) => actions.some((action) => action.verdict === verdict)) ?? 'granted';
}
