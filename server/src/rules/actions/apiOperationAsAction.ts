import type { OperationInfo } from '../../iam/index.ts';
import { defineRule } from '../rule.ts';
import { type BadAction, badActionsOf, effectOf, renameFixes } from '../support/actionNames.ts';

type Found = Extract<BadAction, { kind: 'operation' }>;

/** The name of an API operation stands where IAM wants an action. */
export const apiOperationAsAction = defineRule<Found>({
  id: 'api-operation-as-action',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'An API operation’s name is used as an IAM action.',
    why:
      'IAM actions and API operations are two lists of names. Most operations have an action of the same name, but some are authorised by ' +
      'another one: calling Lambda’s Invoke needs lambda:InvokeFunction, calling S3’s HeadObject needs s3:GetObject. IAM accepts any name ' +
      'in a policy without a word; a name that is no action simply never matches.',
    url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    aka: [],
    bad: [
      `Resources:
  Role:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: invoke
      Roles: [worker]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: lambda:Invoke
            #       ^^^^^^^^^^^^^ lambda:Invoke is the name of an API operation
            Resource: "*"
`,
    ],
    good: [
      `Resources:
  Role:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: invoke
      Roles: [worker]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: lambda:InvokeFunction
            Resource: "*"
`,
    ],
  },

  scope: 'grant',

  find: (analysis) => badActionsOf(analysis).filter((found) => found.kind === 'operation'),

  diagnose: ({ place, operation }) => ({
    span: place.span,
    message: `${place.text} is the name of an API operation, not an IAM action, so ${effectOf(place)}. ${remedy(operation)}`,
    subject: {
      action: place.text,
      ...(operation.actions[0] ? { suggestion: operation.actions[0] } : {}),
      ...permissionOf(place),
    },
  }),

  fix: ({ place, operation }, { tree }) => renameFixes(place, operation.actions, tree),
});

function remedy({ actions, remark }: OperationInfo): string {
  const [first, ...others] = actions;
  const list = others.length > 0 ? `one of ${actions.join(', ')}` : first;
  return `The action that authorises it is ${list}.${remark ? ` ${remark}` : ''}`;
}

function permissionOf({ permission }: Found['place']): { readonly permission?: string } {
  return permission ? { permission: permission.logicalId } : {};
}
