import type { Resource } from '../../cloudformation/index.ts';
import type { LambdaFunction } from '../../lambda/index.ts';
import { FUNCTION_TYPES } from '../../lambda/index.ts';
import { type Entry, entryOf, itemsOf } from '../../syntax/index.ts';
import { removeEntry } from '../../syntax/write/index.ts';
import { defineRule, type Fix } from '../rule.ts';
import { movePoliciesFix } from '../support/movePolicies.ts';

interface Found {
  readonly fn: LambdaFunction;
  /** The role where it is one of the template. */
  readonly own: Resource | undefined;
  readonly policies: Entry;
  readonly role: Entry;
}

/** SAM ignores a function's Policies when the function has a Role. */
export const policiesIgnored = defineRule<Found>({
  id: 'policies-ignored',
  severity: 'warning',
  outcome: 'access-denied',
  docs: {
    summary: 'SAM ignores Policies because Role is set.',
    why:
      'Policies say what SAM should put into the role that it makes for the function. With Role, SAM makes none, and drops Policies without a ' +
      'word: the function then lacks what they grant.',
    url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-role',
    aka: [],
    bad: [
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      CodeUri: src
      Role: !Sub arn:aws:iam::\${AWS::AccountId}:role/worker
      Policies: [AmazonS3ReadOnlyAccess]
    # ^^^^^^^^ SAM ignores the Policies of Worker
`,
    ],
    good: [
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      CodeUri: src
      Policies: [AmazonS3ReadOnlyAccess]
`,
    ],
  },

  scope: 'resource',
  types: FUNCTION_TYPES,

  *find({ permissions }) {
    for (const { fn, role } of permissions.functions) {
      const policies = entryOf(fn.resource.properties, 'Policies');
      const ownRole = entryOf(fn.resource.properties, 'Role');
      if (fn.isSam && role.origin !== 'sam' && policies && ownRole && itemsOf(policies.value).length > 0)
        yield { fn, policies, role: ownRole, own: role.resource };
    }
  },

  diagnose: ({ fn, policies, role }) => ({
    span: policies.key.span,
    message:
      `SAM ignores the Policies of ${fn.logicalId}, because the function has a Role of its own: what they grant is not granted. Put the ` +
      'statements into that role, or drop Role and let SAM make one.',
    subject: { function: fn.logicalId },
    related: [{ span: role.span, message: 'This role is used as it is.' }],
  }),

  fix: ({ fn, policies, role, own }, analysis): readonly Fix[] => {
    const { tree } = analysis;
    const { properties } = fn.resource;
    if (!properties) return [];
    return [
      ...(own ? movePoliciesFix(fn.resource, policies, own, analysis) : []),
      { title: 'Remove the ignored Policies', preferred: false, edits: [removeEntry(tree, properties, policies)] },
      {
        title: 'Remove Role, so that SAM makes one with these Policies',
        preferred: false,
        edits: [removeEntry(tree, properties, role)],
      },
    ];
  },
});
