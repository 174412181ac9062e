import type { Resource } from '../../cloudformation/index.ts';
import { defineRule } from '../rule.ts';

interface Found {
  readonly role: Resource;
  readonly functionIds: readonly string[];
}

/** Two functions that belong together may well share a role; with more of them, nobody knows which one needs what. */
const FEWEST = 3;

/** Several functions run with one role. */
export const sharedExecutionRole = defineRule<Found>({
  id: 'shared-execution-role',
  severity: 'hint',
  outcome: 'too-open',
  docs: {
    summary: 'Three or more functions run with the same execution role.',
    why:
      'A role that several functions share holds what any of them needs, so each may do what only another one has to. With a role for each ' +
      'function, a mistake in one of them reaches no further than that function does.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
    aka: [],
    bad: [
      `Resources:
  Common:
# ^^^^^^ 3 functions run with Common
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
            Action: sts:AssumeRole
  One: &function
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Common.Arn
      Code: { ZipFile: exports.handler = async () => {}; }
  Two: *function
  Three: *function
`,
    ],
    good: [
      `Resources:
  One:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/one
      Code: { ZipFile: exports.handler = async () => {}; }
  Two:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/two
      Code: { ZipFile: exports.handler = async () => {}; }
`,
    ],
  },

  scope: 'document',

  *find({ permissions }) {
    const roles = new Map<Resource, string[]>();
    for (const { fn, role } of permissions.functions) {
      if (role.resource) roles.set(role.resource, [...(roles.get(role.resource) ?? []), fn.logicalId]);
    }
    for (const [role, functionIds] of roles) if (functionIds.length >= FEWEST) yield { role, functionIds };
  },

  diagnose: ({ role, functionIds }) => ({
    span: role.nameSpan,
    message:
      `${functionIds.length} functions run with ${role.logicalId}: ${functionIds.join(', ')}. Each of them may do whatever any of them needs. ` +
      'Give each function a role of its own.',
    subject: { role: role.logicalId },
  }),
});
