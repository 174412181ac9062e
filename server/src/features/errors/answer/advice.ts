import type { Verdict } from '../../../lambda/index.ts';
import { code } from '../../describe/markdown.ts';
import type { Holder } from '../find/holders.ts';
import type { PastedError } from '../model.ts';
import { adviceOnPolicy } from './refused.ts';
import { adviceByHand } from './statement.ts';

/** What was found out about who was refused. */
export interface Findings {
  readonly holders: readonly Holder[];
  readonly verdicts: readonly Verdict[];
  readonly hasFixes: boolean;
  /** The action, where it is certain. */
  readonly action: string | undefined;
}

/** What to do about a refusal of IAM's. */
export function adviceFor(error: PastedError, findings: Findings): readonly string[] {
  const elsewhere = adviceOnPolicy(error);
  if (elsewhere !== undefined) return [elsewhere, ...(isFunctionPolicy(error) ? [PERMISSION] : [])];
  return [...adviceOnCaller(error, findings), ...adviceOnOtherSide(findings.action), ...crossAccountAdvice(error)];
}

function adviceOnCaller(error: PastedError, { holders, verdicts, hasFixes, action }: Findings): readonly string[] {
  if (error.reason?.denied || verdicts.includes('denied')) return [DENIED];
  if (verdicts.length > 0 && verdicts.every((verdict) => verdict === 'granted')) return [GRANTED];
  if (hasFixes) return [holders.length > 1 ? CHOOSE : error.resource === undefined ? CHOOSE_RESOURCE : GRANT];
  const isOutside = holders.some(({ role }) => !role);
  return [...(isOutside ? [OUTSIDE] : []), ...adviceByHand(error, action)];
}

function isFunctionPolicy({ reason, action }: PastedError): boolean {
  return reason?.policy === 'resource-based policy' && !reason.denied && action !== undefined && /^lambda:/i.test(action);
}

const PERMISSION = 'For a function that is an AWS::Lambda::Permission with the account or the role of the caller as `Principal`.';
const DENIED = 'Take the request out of the statement that denies it: no grant outweighs a Deny.';
const GRANT = 'Add what is lacking, and deploy:';
const CHOOSE = 'Several could be meant. Add what is lacking where it belongs, and deploy:';
const CHOOSE_RESOURCE = 'The message does not say on what. Add what was meant, and deploy:';
const OUTSIDE = 'The role is not of these files: add the statement where the role is made.';
const GRANTED =
  'These files allow it already. Deploy them; if that is what is deployed, another policy refuses it: of the organization, a permissions boundary, the session, or the resource itself. What was granted a moment ago may take some seconds to count.';

/**
 * Where the other side has to allow it as well, within one account too.
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
 */
const OTHER_SIDE: readonly (readonly [action: RegExp, advice: string])[] = [
  [
    /^kms:/,
    'The policy of the key must name the role as well, or leave it to IAM by naming the account (`arn:aws:iam::ACCOUNT:root`).',
  ],
  [/^sts:AssumeRole/, 'The trust policy of the role that is assumed (`AssumeRolePolicyDocument`) must name the caller as well.'],
];

function adviceOnOtherSide(action = ''): readonly string[] {
  return OTHER_SIDE.flatMap(([pattern, advice]) => (pattern.test(action) ? [advice] : []));
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
function crossAccountAdvice({ caller, resource }: PastedError): readonly string[] {
  const owner = /^arn:[\w-]+:[\w-]+:[\w-]*:(\d{12}):/.exec(resource ?? '')?.[1];
  if (owner === undefined || caller?.account === undefined || owner === caller.account) return [];
  return [`The resource belongs to another account (${code(owner)}): its own policy must allow the caller as well.`];
}
