import { defineRule } from '../rule.ts';
import { type Bypass, bypassesIn } from '../support/escalationWalk.ts';
import { policySubject } from '../support/policyWalk.ts';

/** A Deny that can be got around through the resource’s own policy. */
export const resourcePolicyEscalation = defineRule<Bypass>({
  id: 'resource-policy-escalation',
  severity: 'hint',
  outcome: 'too-open',
  docs: {
    summary: 'A policy denies actions of a service, but lets the resources’ own policies be changed.',
    why:
      'Who may change a bucket’s policy or access list can open the bucket to somebody else, for whom the Deny does not ' +
      'count.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
    aka: ['RESOURCE_POLICY_PRIVILEGE_ESCALATION'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:Put*
          # ^^^^^^^ s3:Put* allows
    Resource: "*"
  - Effect: Deny
    Action: s3:Delete*
    Resource: "*"
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:PutObject
    Resource: "*"
  - Effect: Deny
    Action: s3:Delete*
    Resource: "*"
`,
    ],
  },

  find: (analysis) => bypassesIn(analysis),

  diagnose: ({ placed: { site }, span, text, sharing }) => ({
    span,
    message: `${text} allows ${sharing}, with which the resource can be opened to others for whom the Deny of this policy does not count. Deny that as well.`,
    subject: { ...policySubject(site), action: sharing },
  }),
});
