import type { ExecutionRole, FunctionPermissions, Invoker, NeedCoverage } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { bullets, code, codeList, paragraphs } from './markdown.ts';
import { mark } from './verdict.ts';

/** A function: who may invoke it, and what its execution role must allow. */
export function describeFunction({ fn, role, invokers, needs }: FunctionPermissions): string {
  return paragraphs(
    `**${fn.logicalId}** · Lambda function`,
    invokers.length > 0 ? '**Who invokes it** (resource-based policy)' : undefined,
    bullets(invokers.map(invokerLine)),
    `**What it may do** (execution role): ${roleLine(role)}`,
    bullets(needs.map(needLine)),
  );
}

function invokerLine({ trigger, verdict, grantedBy }: Invoker): string {
  const by = grantedBy.map(({ logicalId, origin }) => `${code(logicalId)}${origin === 'sam' ? ' (SAM)' : ''}`).join(', ');
  return `${mark(verdict)} ${trigger.name}: ${trigger.definition.title}${by ? `, by ${by}` : ''}`;
}

function roleLine({ origin, logicalId, managedPolicies }: ExecutionRole): string {
  const managed = managedPolicies.length > 0 ? ` with ${codeList(managedPolicies)}` : '';
  switch (origin) {
    case 'sam':
      return `SAM makes ${code(logicalId ?? 'a role')}${managed}.`;
    case 'template':
      return `${code(logicalId ?? 'a role of this template')}${managed}.`;
    case 'external':
      return 'a role that is not of this template, so what it allows is not known.';
    case 'none':
      return 'no role is given.';
  }
}

function needLine({ need, verdict, actions }: NeedCoverage): string {
  const lacking = actions
    .filter((action) => action.verdict === 'missing' || action.verdict === 'denied')
    .map(({ action }) => action);
  const what = lacking.length > 0 ? `lacks ${codeList(lacking)}` : codeList(need.grants.flatMap((grant) => grant.actions));
  const on = [...new Set(need.grants.map((grant) => display(grant.written)))].map(code).join(', ');
  return `${mark(verdict)} ${need.subject} (${need.definition.title}): ${what} on ${on}`;
}
