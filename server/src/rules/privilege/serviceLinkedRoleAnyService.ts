import { defineRule } from '../rule.ts';
import { policySubject } from '../support/policyWalk.ts';
import { type Unlimited, unlimitedGrantsOf } from '../support/unlimited.ts';

/** iam:CreateServiceLinkedRole for any service. */
export const serviceLinkedRoleAnyService = defineRule<Unlimited>({
  id: 'service-linked-role-any-service',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'A policy lets service-linked roles be created for any service.',
    why:
      'A service-linked role gives its service permissions in the account. Name the service, with the role’s ARN or ' +
      'with iam:AWSServiceName.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html',
    aka: [
      'CREATE_SLR_WITH_NOTRESOURCE',
      'CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOTRESOURCE',
      'CREATE_SLR_WITH_NOTACTION_AND_NOTRESOURCE',
      'CREATE_SLR_WITH_STAR_IN_RESOURCE',
      'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
      'CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOTACTION',
    ],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: iam:CreateServiceLinkedRole
          # ^^^^^^^^^^^^^^^^^^^^^^^^^^^ iam:CreateServiceLinkedRole is allowed
    Resource: "*"
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: iam:CreateServiceLinkedRole
    Resource: arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS*
`,
    ],
  },

  find: (analysis) => unlimitedGrantsOf(analysis, 'iam:CreateServiceLinkedRole', LIMITS),

  diagnose: ({ placed: { site }, span, text }) => ({
    span,
    message: `${text} is allowed for every service. Name the service that needs the role, with its ARN or with iam:AWSServiceName.`,
    subject: { ...policySubject(site), action: 'iam:CreateServiceLinkedRole' },
  }),
});

const LIMITS = {
  keys: ['iam:AWSServiceName'],
  wide: /^arn:[^:]*:iam::[^:]*:(?:role\/(?:aws-service-role\/)?)?\*$/,
} as const;
