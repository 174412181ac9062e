import type { InvokePermission } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { propertySpan, removePermissionFix, servicePrincipal, writtenPermissions } from '../support/permissions.ts';
import { WORKER } from '../support/samples.ts';

/** Services whose queues and streams Lambda polls; they never call a function. Source: "Lambda event source mappings" in the Developer Guide. */
const POLLED: ReadonlySet<string> = new Set([
  'sqs.amazonaws.com',
  'kinesis.amazonaws.com',
  'dynamodb.amazonaws.com',
  'kafka.amazonaws.com',
  'mq.amazonaws.com',
]);

/** A permission for a service that does not call functions: Lambda polls it. */
export const invokePermissionForPolledSource = defineRule<InvokePermission>({
  id: 'invoke-permission-for-polled-source',
  severity: 'warning',
  outcome: 'no-effect',
  docs: {
    summary: 'A Lambda permission is given to a service that Lambda polls.',
    why:
      'Queues and streams do not call the function: Lambda polls them (an event source mapping) with the function’s execution role. A ' +
      'permission in the resource-based policy does nothing for them; the execution role must be allowed to read the source.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html',
    aka: [],
    bad: [
      `${WORKER}  FromQueue:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: sqs.amazonaws.com
      #          ^^^^^^^^^^^^^^^^^ sqs.amazonaws.com never calls a function
      SourceAccount: !Ref AWS::AccountId
`,
    ],
    good: [
      `${WORKER}  FromRule:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceAccount: !Ref AWS::AccountId
`,
    ],
  },

  scope: 'permission',

  find: (analysis) => writtenPermissions(analysis).filter((permission) => POLLED.has(servicePrincipal(permission) ?? '')),

  diagnose: (permission) => ({
    span: propertySpan(permission, 'Principal'),
    message:
      `${display(permission.principal)} never calls a function, so ${permission.logicalId} has no effect: Lambda polls the source with the ` +
      'execution role. Remove the permission, and let the execution role read the source.',
    subject: {
      permission: permission.logicalId,
      principal: display(permission.principal),
      ...(permission.target.logicalId ? { function: permission.target.logicalId } : {}),
    },
  }),

  fix: removePermissionFix,
});
