import type { Analysis } from '../../analysis/index.ts';
import type { CallerRole, InvokePermission, Invoker, NearMiss, Verdict } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { bullets, code } from './markdown.ts';
import { permissionSentence } from './permission.ts';
import { callerName } from './serviceTitle.ts';
import { mark, verdictWord } from './verdict.ts';

/** How many permissions are told in full. */
const MOST_PERMISSIONS = 2;

/** Whether the trigger may call, and by what: its permissions, or the role that the service calls with; nothing where it takes neither. */
export function describeGrants(invoker: Invoker, analysis: Analysis): string | undefined {
  const { trigger, verdict, grantedBy, callerRole } = invoker;
  if (callerRole) return describeRole(callerRole, verdict, trigger.definition.callerPrincipal);
  if (trigger.definition.mechanism !== 'resource-policy') return undefined;
  const granted = grantedBy.slice(0, MOST_PERMISSIONS).map((permission) => `✓ ${grantLine(permission, analysis)}`);
  const rest = grantedBy.length - granted.length;
  return bullets([
    ...granted,
    ...(rest > 0 ? [`and ${rest} more permissions`] : []),
    ...(verdict === 'granted' && granted.length > 0 ? [] : [lackLine(invoker, analysis)]),
  ]);
}

function grantLine(permission: InvokePermission, analysis: Analysis): string {
  const { logicalId, origin } = permission;
  const made = origin === 'sam' ? `SAM creates ${code(logicalId)} for it. ` : `${code(logicalId)}: `;
  return `${made}${permissionSentence(permission, analysis)}${origin === 'sam' ? widthNote(permission) : ''}`;
}

/** Source: github.com/aws/serverless-application-model, samtranslator/model/eventsources/push.py (S3). */
function widthNote({ principal, sourceArn }: InvokePermission): string {
  if (sourceArn || display(principal) !== 's3.amazonaws.com') return '';
  return ' SAM names no bucket in it, because the bucket must wait for the permission: any bucket of the account may call.';
}

/** What there is to say beside the permissions: that one is missing, and which one nearly is it. */
function lackLine({ trigger, verdict, grantedBy, nearMisses }: Invoker, analysis: Analysis): string {
  const { principal } = trigger.definition;
  const who =
    principal === '*' ? 'everybody' : principal === undefined ? 'the service' : callerName(principal, analysis.knowledge.iam);
  const call = `${who} call ${trigger.target.logicalId ?? 'it'}`;
  const from = trigger.source ? ` with the source ARN ${code(display(trigger.source))}` : '';
  const lacks = grantedBy.length > 0 ? secondPermission(grantedBy) : `no permission of this file lets ${call}${from}`;
  const words: Readonly<Record<Verdict, string>> = {
    granted: `lets ${call}`,
    denied: `a statement keeps ${who} from calling`,
    missing: lacks,
    unknown: `these files do not say whether a permission lets ${call}${from}`,
  };
  return `${mark(verdict)} ${verdictWord(verdict)}: ${words[verdict]}.${nearMisses.slice(0, MOST_PERMISSIONS).map(nearWords).join('')}`;
}

/** A function URL takes two, and one is there. Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
function secondPermission(granted: readonly InvokePermission[]): string {
  const isForUrl = granted.some(({ action }) => /^lambda:InvokeFunctionUrl$/i.test(display(action)));
  return isForUrl
    ? 'a permission for `lambda:InvokeFunction` with `InvokedViaFunctionUrl: true` is needed as well'
    : 'a permission for `lambda:InvokeFunctionUrl` is needed as well';
}

function nearWords({ permission, differs }: NearMiss): string {
  return ` ${code(permission.logicalId)} is close, but not its ${differs.join(' and ')}.`;
}

function describeRole({ logicalId, trusts, by }: CallerRole, verdict: Verdict, principal: string | undefined): string {
  const labels = verdict === 'missing' ? [] : [...new Set(by.map(({ label }) => label))].filter((label) => label !== logicalId);
  const distrust = trusts === 'no' && principal !== undefined ? `, which does not trust ${code(principal)}` : '';
  return `${mark(verdict)} ${verdictWord(verdict)} to ${code(logicalId)}${distrust}${labels.length > 0 ? `, by ${labels.join(', ')}` : ''}.`;
}
