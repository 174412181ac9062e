import type { Analysis } from '../analysis/index.ts';
import type { FunctionReference, InvokePermission, Trigger } from '../lambda/index.ts';
import { display, type SymbolicString } from '../symbolic/index.ts';
import type { Offset } from '../text/span.ts';
import { entityAt } from './entity.ts';

/**
 * The call of the AWS CLI that does what a Lambda permission does: for functions that live elsewhere. At a trigger it is the permission that
 * the trigger needs. What only deployment tells stands as `${…}`.
 * Source: https://docs.aws.amazon.com/cli/latest/reference/lambda/add-permission.html
 *
 * @returns nothing where neither a permission nor a trigger is that a service calls by
 */
export function addPermissionCommand(analysis: Analysis, offset: Offset): string | undefined {
  const entity = entityAt(analysis, offset);
  if (entity?.kind === 'permission' || entity?.kind === 'permission-property') return commandFor(optionsOf(entity.permission));
  if (entity?.kind !== 'trigger') return undefined;
  const { trigger } = entity.invoker;
  const { mechanism, principal } = trigger.definition;
  // A function URL takes two permissions with conditions; one without them would let everybody call the function directly.
  if (mechanism !== 'resource-policy' || principal === undefined || principal === '*') return undefined;
  return commandFor(optionsNeededBy(trigger, principal));
}

/** The options in the order of AWS's page; those without a value are left out. */
type Options = readonly (readonly [name: string, value: SymbolicString | string | boolean | undefined])[];

function optionsOf(permission: InvokePermission): Options {
  return [
    ...functionOptions(permission.target),
    ['statement-id', permission.logicalId],
    ['action', permission.action],
    ['principal', permission.principal],
    ['source-arn', permission.sourceArn],
    ['source-account', permission.sourceAccount],
    ['event-source-token', permission.eventSourceToken],
    ['principal-org-id', permission.principalOrgId],
    ['function-url-auth-type', permission.functionUrlAuthType],
    ['invoked-via-function-url', permission.invokedViaFunctionUrl],
  ];
}

function optionsNeededBy({ resource, target, source, needsSourceAccount }: Trigger, principal: string): Options {
  return [
    ...functionOptions(target),
    ['statement-id', `${resource.logicalId}Invoke`],
    ['action', 'lambda:InvokeFunction'],
    ['principal', principal],
    ['source-arn', source],
    ['source-account', needsSourceAccount || source === undefined ? '${AWS::AccountId}' : undefined],
  ];
}

function functionOptions({ logicalId, value, qualifier }: FunctionReference): Options {
  return [
    ['function-name', logicalId === undefined ? value : `\${${logicalId}}`],
    ['qualifier', qualifier],
  ];
}

function commandFor(options: Options): string {
  const written = options.flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    if (value === true) return [`--${name}`];
    return [`--${name} ${quoted(typeof value === 'string' ? value : display(value))}`];
  });
  return `aws lambda add-permission ${written.join(' ')}`;
}

/** As a POSIX shell takes it word for word. */
function quoted(value: string): string {
  return /^[\w.:/@-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
