import type { IamKnowledge } from '../../iam/index.ts';
import type { InvokePermission } from '../../lambda/index.ts';
import { display, knownText } from '../../symbolic/index.ts';
import { setEntry } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { propertySpan, servicePrincipal, writtenPermissions } from '../support/permissions.ts';
import { WORKER } from '../support/samples.ts';

const INVOKES = ['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl', 'lambda:InvokeAsync'];

/** A permission for a service whose action does not let the service call the function. */
export const notAnInvokeAction = defineRule<InvokePermission>({
  id: 'not-an-invoke-action',
  severity: 'error',
  outcome: 'trigger-silent',
  docs: {
    summary: 'A permission for a service has an action that cannot invoke.',
    why: 'Services call functions, and calling one takes lambda:InvokeFunction. Any other action lets the service do something it never does.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
    aka: [],
    bad: [
      `${WORKER}  FromRule:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:GetFunction
      #       ^^^^^^^^^^^^^^^^^^ lambda:GetFunction does not let events.amazonaws.com call
      Principal: events.amazonaws.com
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

  find: (analysis) =>
    writtenPermissions(analysis).filter(
      (permission) => servicePrincipal(permission) && isOtherAction(knownText(permission.action), analysis.knowledge.iam),
    ),

  diagnose: (permission) => ({
    span: propertySpan(permission, 'Action'),
    message:
      `${display(permission.action)} does not let ${display(permission.principal)} call the function, so ${permission.logicalId} is of no use to it: its calls are refused. ` +
      'The action that lets a service call a function is lambda:InvokeFunction.',
    subject: {
      permission: permission.logicalId,
      principal: display(permission.principal),
      action: display(permission.action),
      suggestion: 'lambda:InvokeFunction',
      ...(permission.target.logicalId ? { function: permission.target.logicalId } : {}),
    },
  }),

  fix: ({ resource }, { tree }) =>
    resource.properties
      ? [
          {
            title: 'Replace with lambda:InvokeFunction',
            preferred: true,
            edits: [setEntry(tree, resource.properties, 'Action', 'lambda:InvokeFunction')],
          },
        ]
      : [],
});

/** An action that exists and does not invoke; names that do not exist are reported as such. */
function isOtherAction(action: string | undefined, iam: IamKnowledge): boolean {
  return action !== undefined && iam.hasAction(action) && !INVOKES.some((known) => known.toLowerCase() === action.toLowerCase());
}
