import type { Analysis } from '../../analysis/index.ts';
import type { InvokePermission } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { code, paragraphs } from './markdown.ts';
import { callerName } from './serviceTitle.ts';

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

/** `This permission … lets Amazon S3 call Worker, from …`. */
export function permissionSentence(permission: InvokePermission, analysis: Analysis): string {
  const { target, sourceArn, sourceAccount, principalOrgId } = permission;
  const fn = target.logicalId ?? display(target.value);
  const qualified = target.qualifier ? `${fn} with the qualifier ${code(display(target.qualifier))}` : fn;
  const conditions = [
    sourceArn ? `from ${code(display(sourceArn))}` : undefined,
    sourceAccount ? `in account ${code(display(sourceAccount))}` : undefined,
    principalOrgId ? `in organization ${code(display(principalOrgId))}` : undefined,
  ].filter((text) => text !== undefined);
  const when = conditions.length > 0 ? `, ${conditions.join(' ')}` : '';
  return `This permission is part of ${fn}’s resource-based policy: it lets ${callerOf(permission, analysis)} ${deed(permission, qualified)}${when}.`;
}

function deed({ action, functionUrlAuthType, invokedViaFunctionUrl }: InvokePermission, fn: string): string {
  const name = display(action);
  if (/^lambda:InvokeFunctionUrl$/i.test(name)) {
    const kind = functionUrlAuthType ? ` (${code(display(functionUrlAuthType))})` : '';
    return `call the URL of ${fn}${kind}, which takes a permission for ${code('lambda:InvokeFunction')} as well`;
  }
  if (!/^(?:lambda:(?:InvokeFunction|Invoke|\*)|\*|)$/i.test(name)) return `use ${code(name)} on ${fn}`;
  return invokedViaFunctionUrl ? `call ${fn} through its URL` : `call ${fn}`;
}

/** The service by its name and its principal: `Amazon S3 (s3.amazonaws.com)`. */
function callerOf({ principal }: InvokePermission, { knowledge }: Analysis): string {
  const text = display(principal);
  if (text === '*') return 'everybody';
  return callerName(text, knowledge.iam);
}
