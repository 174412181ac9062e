import { defineRule } from '../rule.ts';
import { policySubject } from '../support/policyWalk.ts';
import { type Unlimited, unlimitedGrantsOf } from '../support/unlimited.ts';

/** iam:PassRole on any role. */
export const passAnyRole = defineRule<Unlimited>({
  id: 'pass-any-role',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'A policy lets any role be passed to a service.',
    why:
      'Who may pass any role can have a service act with the most powerful one of the account. Name the role, and the ' +
      'service with iam:PassedToService.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    aka: [
      'PASS_ROLE_WITH_NOTRESOURCE',
      'PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOTRESOURCE',
      'PASS_ROLE_WITH_NOTACTION_AND_NOTRESOURCE',
      'PASS_ROLE_WITH_STAR_IN_RESOURCE',
      'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
      'PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOTACTION',
      'IAM_ROLE_NO_WILDCARD_RESOURCE_ON_PASSROLE',
      'IAM_POLICY_NO_WILDCARD_RESOURCE_ON_PASSROLE',
    ],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: iam:PassRole
          # ^^^^^^^^^^^^ iam:PassRole reaches every role
    Resource: "*"
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: iam:PassRole
    Resource: arn:aws:iam::123456789012:role/worker
`,
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: iam:PassRole
    Resource: "*"
    Condition:
      StringEquals:
        iam:PassedToService: lambda.amazonaws.com
`,
    ],
  },

  find: (analysis) => unlimitedGrantsOf(analysis, 'iam:PassRole', LIMITS),

  diagnose: ({ placed: { site }, span, text }) => ({
    span,
    message: `${text} reaches every role of the account, also the most powerful one. Name the roles that are passed, and limit the service with iam:PassedToService.`,
    subject: { ...policySubject(site), action: 'iam:PassRole' },
  }),
});

/** What says which roles, or to whom. */
const LIMITS = {
  keys: ['iam:PassedToService', 'iam:AssociatedResourceArn', 'aws:ResourceTag/*'],
  wide: /^arn:[^:]*:iam::[^:]*:(?:role\/)?\*$/,
} as const;
