import type { InvokePermission } from '../../lambda/index.ts';
import { display, knownText } from '../../symbolic/index.ts';

/** Whether a Lambda permission lets everybody call the function, of every account and without its URL. */
export function isForEverybody(permission: InvokePermission): boolean {
  return knownText(permission.principal) === '*' && !isLimited(permission) && !isViaUrl(permission);
}

/** What lets more callers in than most people mean, as a sentence. */
export function warningOf(permission: InvokePermission): string | undefined {
  if (isLimited(permission)) return undefined;
  if (isForEverybody(permission)) return '**Warning: that is everybody, of every account.**';
  if (display(permission.principal) === '*') return urlSentence(permission);
  const isService = /\.amazon(?:aws)?\.com$/.test(knownText(permission.principal) ?? '');
  return isService ? 'From which account the call comes is not limited: name the source ARN or the source account.' : undefined;
}

function isLimited({ sourceArn, sourceAccount, principalOrgId, eventSourceToken }: InvokePermission): boolean {
  return [sourceArn, sourceAccount, principalOrgId, eventSourceToken].some((limit) => limit !== undefined);
}

function isViaUrl({ invokedViaFunctionUrl, functionUrlAuthType, action }: InvokePermission): boolean {
  return invokedViaFunctionUrl === true || functionUrlAuthType !== undefined || /Url$/i.test(display(action));
}

function urlSentence({ functionUrlAuthType }: InvokePermission): string {
  const isSigned = functionUrlAuthType && knownText(functionUrlAuthType) === 'AWS_IAM';
  return isSigned ? 'That is everybody who signs the request, of every account.' : 'That is everybody who knows the URL.';
}
