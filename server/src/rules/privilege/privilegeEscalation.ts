import { defineRule } from '../rule.ts';
import { type Escalating, escalationsIn } from '../support/escalationWalk.ts';
import { policySubject } from '../support/policyWalk.ts';

/** Actions with which somebody can give himself more. */
export const privilegeEscalation = defineRule<Escalating>({
  id: 'privilege-escalation',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'A policy’s actions together let their holder get more permissions.',
    why:
      'Some actions change who may do what, or run code with another role. On every resource they amount to all ' +
      'permissions of the account.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    aka: ['PRIVILEGE_ESCALATION', 'sensitive_action'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: iam:CreatePolicyVersion
          # ^^^^^^^^^^^^^^^^^^^^^^^ With iam:CreatePolicyVersion
    Resource: "*"
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: iam:CreatePolicyVersion
    Resource: arn:aws:iam::123456789012:policy/orders
`,
    ],
  },

  find: (analysis) => escalationsIn(analysis),

  diagnose: ({ placed: { site }, span, escalation: { actions, how } }) => ({
    span,
    message: `With ${actions.join(', ')} on every resource, whoever has this policy can ${how}. Limit the resources, or leave out one of the actions.`,
    subject: { ...policySubject(site), actions },
  }),
});
