import { defineRule } from '../rule.ts';
import { type PublicPlace, publicPlacesOf } from '../support/publicPlaces.ts';
import { sendPolicy } from '../support/samples.ts';

/** A policy that lets everybody in. */
export const publicPrincipal = defineRule<PublicPlace>({
  id: 'public-principal',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'A policy lets everybody in.',
    why:
      'The principal "*" stands for every account and for callers without one. Without a condition that says who is ' +
      'meant, the resource is public.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
    aka: [
      'LAMBDA_NO_WILDCARD_PRINCIPALS',
      'LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED',
      'CKV_AWS_301',
      'principal_validation',
      'IAM_ROLE_NO_FULL_ACCESS_ON_TRUST_POLICY',
    ],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: "*"
              # ^ Everybody may use this
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
`,
    ],
    good: [
      sendPolicy(
        '"*"',
        `
        Condition:
          StringEquals:
            aws:PrincipalOrgID: o-a1b2c3d4e5
        `,
      ),
    ],
  },

  scope: 'grant',

  find: (analysis) => publicPlacesOf(analysis),

  diagnose: ({ span, subject, what }) => ({
    span,
    message: `Everybody may use ${what}: every AWS account, and callers without one. Name who is meant, or add a condition that does.`,
    subject,
  }),
});
