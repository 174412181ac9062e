import { canonical, consequencesOf } from '../../../cloudformation/index.ts';
import { type AccessRequest, matchesAction } from '../../../iam/index.ts';
import { type Grant, roleAllows, type Verdict } from '../../../lambda/index.ts';
import { code } from '../../describe/markdown.ts';
import { verdictWord } from '../../describe/verdict.ts';
import { type GrantTeller, grantTeller } from '../../questions/deciders.ts';
import { openPointsOf } from '../../questions/matching.ts';
import type { Holder } from '../find/holders.ts';
import { type GrantedOn, nameOfGranted } from '../find/resources.ts';
import type { HeldRole } from '../find/roles.ts';
import type { ErrorLine } from './answer.ts';

/** What a role of a template says about a request. */
export interface Judged {
  readonly verdict: Verdict;
  readonly lines: readonly ErrorLine[];
}

/** More of a kind only repeat each other. */
const MOST_LINES = 4;

/** Whether the role allows an action on something, with the statements that decide it, or that come close. */
export function judgeRole(holder: Holder, role: HeldRole, action: string, target: GrantedOn): Judged {
  const { analysis, template, functions } = holder;
  const spelled: NonNullable<AccessRequest['canonical']> = (value) => canonical(value, template);
  const given = consequencesOf(functions[0]?.fn.guard ?? [], template);
  const request: AccessRequest = { action, resource: spelled(target.on), given, canonical: spelled };
  const { verdict, by } = roleAllows(request, role);
  const tell = placing(grantTeller(role.owner, analysis), holder);
  const isBounded =
    verdict !== 'granted' && role.boundary && roleAllows(request, { ...role, boundary: undefined }).verdict === 'granted';
  const what = `${code(action)} on ${code(nameOfGranted(target))}`;
  const lines: readonly ErrorLine[] = [
    { text: `${verdictWord(verdict)} to ${role.logicalId}: ${what}${isBounded ? ', because of its permissions boundary' : ''}.` },
    ...(verdict === 'unknown' ? openLines(by, request, what, tell) : by.map(tell)),
    ...(verdict === 'missing' || verdict === 'unknown' ? nearLines(role, by, action, tell) : []),
  ];
  return { verdict, lines };
}

function placing(tell: GrantTeller, { analysis }: Holder): (grant: Grant) => ErrorLine {
  return (grant) => {
    const { text, place } = tell(grant);
    return { text: `${text}.`, place: place && { analysis, span: place.span } };
  };
}

function openLines(
  by: readonly Grant[],
  request: AccessRequest,
  what: string,
  tell: (grant: Grant) => ErrorLine,
): readonly ErrorLine[] {
  return by.slice(0, MOST_LINES).map((grant) => {
    const { text, place } = tell(grant);
    const points = openPointsOf(grant, request, what);
    return { text: points.length > 0 ? `${text} It depends on ${points.join(', and on ')}.` : text, place };
  });
}

/** The statements that allow the action, but on something else. */
function nearLines(
  role: HeldRole,
  told: readonly Grant[],
  action: string,
  tell: (grant: Grant) => ErrorLine,
): readonly ErrorLine[] {
  const near = role.grants.filter((grant) => {
    const { effect, actions } = grant.statement;
    return effect === 'Allow' && !told.includes(grant) && actions && matchesAction(actions, action) === 'yes';
  });
  return near.slice(0, MOST_LINES).map((grant) => {
    const { text, place } = tell(grant);
    return { text: `${text.replace(/\.$/, '')}, which is not what was asked for.`, place };
  });
}
