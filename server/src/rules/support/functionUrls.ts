import type { Analysis } from '../../analysis/index.ts';
import { evaluate, propertyAt, type Template } from '../../cloudformation/index.ts';
import type { InvokePermission, Invoker, Trigger } from '../../lambda/index.ts';
import { contradicts, coversIgnoringCase, knownText, literal } from '../../symbolic/index.ts';
import { writtenPermissionsFor } from './permissions.ts';

/** One of the two actions that callers of a function URL need. */
export interface UrlGrant {
  readonly action: 'lambda:InvokeFunctionUrl' | 'lambda:InvokeFunction';
  /** What the logical id of a permission for it ends with. */
  readonly suffix: string;
}

/** Both are needed since October 2025. Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
export const URL_GRANTS: readonly UrlGrant[] = [
  { action: 'lambda:InvokeFunctionUrl', suffix: 'UrlPermission' },
  { action: 'lambda:InvokeFunction', suffix: 'UrlInvokePermission' },
];

/** Whether the trigger is a public function URL, or CloudFront in front of one. */
export function isUrlTrigger({ definition }: Trigger): boolean {
  return definition.id === 'function-url' || definition.id === 'cloudfront-oac-function-url';
}

/** Whether one of the two grants of a function URL is there and the other is not. */
export function isHalfGranted({ trigger, verdict, grantedBy }: Invoker): boolean {
  return isUrlTrigger(trigger) && verdict === 'missing' && grantedBy.length > 0;
}

/** The grants of a function URL that no permission gives. */
export function missingUrlGrants({ grantedBy }: Invoker): readonly UrlGrant[] {
  return URL_GRANTS.filter(
    ({ action }) => !grantedBy.some((permission) => coversIgnoringCase(permission.action, literal(action)) === 'yes'),
  );
}

/** `NONE` or `AWS_IAM`, as the URL of the trigger says; `undefined` when it is not known or the trigger is none. */
export function urlAuthType({ definition, resource }: Trigger, template: Template): string | undefined {
  if (definition.id === 'function-url-iam') return 'AWS_IAM';
  if (definition.id !== 'function-url') return undefined;
  const path = resource.type === 'AWS::Lambda::Url' ? ['AuthType'] : ['FunctionUrlConfig', 'AuthType'];
  const node = propertyAt(template, resource, ...path);
  const text = node && knownText(evaluate(node, { template }));
  return text === 'NONE' || text === 'AWS_IAM' ? text : undefined;
}

/** The `FunctionUrlAuthType` of a permission, where it is known and one that exists. */
export function permittedAuthType({ functionUrlAuthType }: InvokePermission): string | undefined {
  const text = functionUrlAuthType && knownText(functionUrlAuthType);
  return text === 'NONE' || text === 'AWS_IAM' ? text : undefined;
}

/** Whether the function has a permission that would let callers of the URL in if it named the URL's authentication type. */
export function hasAuthMismatch({ trigger }: Invoker, analysis: Analysis): boolean {
  const { template } = analysis;
  const { logicalId } = trigger.target;
  const own = template && isUrlTrigger(trigger) ? urlAuthType(trigger, template) : undefined;
  if (own === undefined || logicalId === undefined) return false;
  return writtenPermissionsFor(logicalId, analysis).some((permission) => {
    const permitted = permittedAuthType(permission);
    return permitted !== undefined && permitted !== own && isFor(permission, trigger);
  });
}

/** Whether the permission is for the function that the URL calls, and can be there together with the URL. */
export function isFor({ target, guard }: InvokePermission, trigger: Trigger): boolean {
  const { logicalId } = trigger.target;
  return logicalId !== undefined && target.logicalId === logicalId && !contradicts(guard, trigger.guard);
}
