import type { Analysis } from '../../analysis/index.ts';
import type { CallerRole, FunctionPermissions, InvokePermission, Invoker, Mechanism, Verdict } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import type { StrayTriggerEntity } from '../entities/strayTrigger.ts';
import { bullets, code, paragraphs } from './markdown.ts';
import { needLines } from './needLines.ts';
import { permissionSentence } from './permission.ts';
import { mark, verdictWord } from './verdict.ts';

/** A trigger: which permission it takes, where that goes, and whether it is there; for a SAM event also what SAM makes of it. */
export function describeTrigger(owner: FunctionPermissions, invoker: Invoker, analysis: Analysis): string {
  const { definition, name } = invoker.trigger;
  return paragraphs(
    `**${name}** → **${owner.fn.logicalId}** · ${definition.title}`,
    MECHANISMS[definition.mechanism],
    definition.mechanism === 'poll' ? undefined : definition.reason,
    definition.mechanism === 'poll' ? describeNeeds(owner, name) : describeGrants(invoker, analysis),
    `[AWS's page](${definition.docsUrl})`,
  );
}

/** A trigger of a function elsewhere: what that function needs there. */
export function describeStrayTrigger({ trigger }: StrayTriggerEntity): string {
  const { definition, name, target, source } = trigger;
  const from = source ? `, with the source ARN ${code(display(source))}` : '';
  return paragraphs(
    `**${name}** → ${code(display(target.value))} · ${definition.title}`,
    MECHANISMS[definition.mechanism],
    definition.mechanism === 'resource-policy' && definition.principal !== undefined
      ? `The function is not of this template, or cannot be told: its own policy must let ${code(definition.principal)} in${from}.`
      : definition.reason,
    `[AWS's page](${definition.docsUrl})`,
  );
}

const MECHANISMS: Readonly<Record<Mechanism, string>> = {
  'resource-policy':
    'The service calls the function. The function’s **resource-based policy** must let it (`AWS::Lambda::Permission`).',
  'caller-role':
    'The service assumes a role of its own. **That role** must allow `lambda:InvokeFunction`; the function’s policy need not name it.',
  poll: 'Lambda polls the source with the function’s **execution role**, which must allow it. No Lambda permission is needed.',
  none: 'No Lambda permission is needed here.',
};

function describeGrants({ trigger, verdict, grantedBy, callerRole }: Invoker, analysis: Analysis): string | undefined {
  if (callerRole) return describeRole(callerRole, verdict, trigger.definition.callerPrincipal);
  if (trigger.definition.mechanism !== 'resource-policy') return undefined;
  const [permission] = grantedBy;
  if (!permission)
    return `${mark(verdict)} ${verdictWord(verdict)}: ${trigger.definition.principal ?? 'the service'} calls ${trigger.source ? `as ${code(display(trigger.source))}` : 'it'}.`;
  if (permission.origin === 'sam')
    return `${mark(verdict)} SAM creates ${code(permission.logicalId)} for it. ${permissionSentence(permission, analysis)}${widthNote(permission)}`;
  return `${mark(verdict)} ${code(permission.logicalId)}: ${permissionSentence(permission, analysis)}`;
}

/** Source: github.com/aws/serverless-application-model, samtranslator/model/eventsources/push.py (S3). */
function widthNote({ principal, sourceArn }: InvokePermission): string {
  if (sourceArn || display(principal) !== 's3.amazonaws.com') return '';
  return ' SAM names no bucket in it, because the bucket must wait for the permission: any bucket of the account may call.';
}

function describeRole({ logicalId, trusts, by }: CallerRole, verdict: Verdict, principal: string | undefined): string {
  const labels = [...new Set(by.map(({ label }) => label))].filter((label) => label !== logicalId);
  const distrust = trusts === 'no' && principal !== undefined ? `, which does not trust ${code(principal)}` : '';
  return `${mark(verdict)} ${verdictWord(verdict)} to ${code(logicalId)}${distrust}${labels.length > 0 ? `, by ${labels.join(', ')}` : ''}.`;
}

function describeNeeds({ role, needs }: FunctionPermissions, subject: string): string {
  const own = needs.filter(({ need }) => need.subject === subject);
  return (
    bullets(own.flatMap(needLines)) +
    (role.origin === 'sam' ? '\n\nSAM makes the execution role and adds to it what it knows to be needed.' : '')
  );
}
