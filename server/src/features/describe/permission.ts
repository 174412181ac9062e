import type { Analysis } from '../../analysis/index.ts';
import type { InvokePermission } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { code, paragraphs } from './markdown.ts';

const URL = 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html';

/** A permission: a sentence that says who may do what, and when. */
export function describePermission(permission: InvokePermission, analysis: Analysis): string {
  return paragraphs(
    `**${permission.logicalId}** · Lambda permission`,
    permissionSentence(permission, analysis),
    'It is a statement of the function’s resource-based policy, which says who may call the function. What the function may call stands in its ' +
      `execution role. [AWS's page](${URL})`,
  );
}

/** `This permission lets Amazon S3 call Worker, for …`. */
export function permissionSentence(permission: InvokePermission, analysis: Analysis): string {
  const { target, sourceArn, sourceAccount } = permission;
  const fn = target.logicalId ?? display(target.value);
  const qualified = target.qualifier ? `${display(target.qualifier)} of ${fn}` : fn;
  const conditions = [
    sourceArn ? `from ${code(display(sourceArn))}` : undefined,
    sourceAccount ? `in account ${code(display(sourceAccount))}` : undefined,
  ].filter((text) => text !== undefined);
  return `This permission is part of ${fn}’s resource-based policy: it lets ${callerOf(permission, analysis)} call ${qualified}${conditions.length > 0 ? `, ${conditions.join(' ')}` : ''}.`;
}

/** The service by its title where a trigger uses the permission, and its principal. */
function callerOf(permission: InvokePermission, { permissions }: Analysis): string {
  const principal = display(permission.principal);
  if (principal === '*') return 'everybody';
  const invokers = permissions.functions.flatMap((fn) => fn.invokers);
  const served = invokers.find(({ grantedBy }) => grantedBy.includes(permission));
  return served ? `${served.trigger.definition.title} (${code(principal)})` : code(principal);
}
