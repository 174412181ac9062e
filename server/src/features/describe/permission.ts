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

/** The service by its name and its principal: `Amazon S3 (s3.amazonaws.com)`. */
function callerOf({ principal }: InvokePermission, { knowledge }: Analysis): string {
  const text = display(principal);
  if (text === '*') return 'everybody';
  const [, prefix] = /^([a-z0-9-]+)\./.exec(text) ?? [];
  const title = prefix === undefined ? undefined : knowledge.iam.service(prefix)?.title.replace(/ Management$/, '');
  return title === undefined ? code(text) : `${title} (${code(text)})`;
}
