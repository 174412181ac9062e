import { canonical, type Template } from '../../cloudformation/index.ts';
import { type AccessRequest, type ActionId, decide, matchesAction, type Statement } from '../../iam/index.ts';
import type { ActionCoverage, ExecutionRole, Need, NeedCoverage, NeededGrant, Verdict } from '../model.ts';
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
  const { verdict, by } = decide(
    role.grants.filter(({ statement }) => isAbout(statement, action)),
    request,
  );
  if (verdict === 'granted') return { action, grant, verdict: withinBoundary(request, role), grantedBy: by };
  if (verdict !== 'missing') return { action, grant, verdict, grantedBy: by };
  if (!role.complete) return { action, grant, verdict: 'unknown', grantedBy: [] };
  const other = letInByResourcePolicy(request, role, template);
  return { action, grant, verdict: other.verdict, grantedBy: other.by };
}

/** For each statement, whether it may be about an action: the statements of AWS's policies are asked again for every function. */
const known = new WeakMap<Statement, Map<ActionId, boolean>>();

function isAbout(statement: Statement, action: ActionId): boolean {
  const answers = known.get(statement) ?? new Map<ActionId, boolean>();
  known.set(statement, answers);
  const answer = answers.get(action) ?? (!statement.actions || matchesAction(statement.actions, action) !== 'no');
  answers.set(action, answer);
  return answer;
}

/** What the role allows counts only as far as its permissions boundary allows it too. */
function withinBoundary(request: AccessRequest, { boundary }: ExecutionRole): Verdict {
  if (!boundary) return 'granted';
  const { verdict } = decide(boundary.grants, request);
  if (verdict !== 'missing') return verdict;
  return boundary.complete ? 'denied' : 'unknown';
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
