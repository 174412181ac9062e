import { canonical, consequencesOf, type Template } from '../../cloudformation/index.ts';
import { existsGiven } from '../../iam/index.ts';
import { type InvokePermission, permissionsAbout } from '../../lambda/index.ts';
import { coversIgnoringCase, type Guard, isSame, literal, type SymbolicString } from '../../symbolic/index.ts';
import type { Target } from './resourceAsked.ts';

/** A role that would call a function, and under which template conditions. */
export interface Calling {
  readonly role: SymbolicString;
  readonly given: Guard;
}

/** The Lambda permissions that certainly let a role of the template do something with a function of the template. */
export function permissionsLetting(
  { role, given }: Calling,
  action: string,
  { resource }: Target,
  template: Template,
): readonly InvokePermission[] {
  if (!resource || !/^lambda:/i.test(action)) return [];
  const own = canonical(role, template);
  return permissionsAbout(template, resource).filter(
    (permission) =>
      permission.target.logicalId === resource.logicalId &&
      permission.target.qualifier === undefined &&
      isPlain(permission) &&
      isSame(canonical(permission.principal, template), own) &&
      coversIgnoringCase(permission.action, literal(action)) === 'yes' &&
      existsGiven(consequencesOf(permission.guard, template), given) === 'yes',
  );
}

/** Whether nothing but the principal limits it. */
function isPlain({
  sourceArn,
  sourceAccount,
  functionUrlAuthType,
  invokedViaFunctionUrl,
  principalOrgId,
  eventSourceToken,
}: InvokePermission): boolean {
  const limits = [sourceArn, sourceAccount, functionUrlAuthType, principalOrgId, eventSourceToken];
  return invokedViaFunctionUrl !== true && limits.every((limit) => limit === undefined);
}
