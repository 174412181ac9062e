import { type AccessRequest, type Decision, decide, matchesAction, type Statement } from '../iam/index.ts';
import type { ExecutionRole, Grant } from './model.ts';

/** What decides whether a role allows a request. */
export type HeldByRole = Pick<ExecutionRole, 'grants' | 'complete' | 'boundary'>;

/** Whether a role's grants allow a request, within its permissions boundary. `missing` only where all of the role is known. */
export function roleAllows(request: AccessRequest, role: HeldByRole): Decision<Grant> {
  const { verdict, by } = decide(
    role.grants.filter(({ statement }) => isAbout(statement, request.action)),
    request,
  );
  if (verdict === 'granted') return { verdict: withinBoundary(request, role), by };
  return { verdict: verdict === 'missing' && !role.complete ? 'unknown' : verdict, by };
}

/** For each statement, whether it may be about an action: the statements of AWS's policies are asked again for every function. */
const known = new WeakMap<Statement, Map<string, boolean>>();

function isAbout(statement: Statement, action: string): boolean {
  const answers = known.get(statement) ?? new Map<string, boolean>();
  known.set(statement, answers);
  const answer = answers.get(action) ?? (!statement.actions || matchesAction(statement.actions, action) !== 'no');
  answers.set(action, answer);
  return answer;
}

/** What the role allows counts only as far as its permissions boundary allows it too. */
function withinBoundary(request: AccessRequest, { boundary }: HeldByRole): Decision<Grant>['verdict'] {
  if (!boundary) return 'granted';
  const { verdict } = decide(boundary.grants, request);
  if (verdict !== 'missing') return verdict;
  return boundary.complete ? 'denied' : 'unknown';
}
