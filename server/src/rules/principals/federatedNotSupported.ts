import { display } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { policySubject } from '../support/policyWalk.ts';
import { type PlacedPrincipal, principalSpan, principalsOf } from '../support/principalWalk.ts';
import { sendPolicy } from '../support/samples.ts';

/** A federated principal in the policy of a resource. */
export const federatedNotSupported = defineRule<PlacedPrincipal>({
  id: 'federated-not-supported',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A resource’s policy names an identity provider.',
    why:
      'Whoever an identity provider vouches for has to assume a role first, and that role’s trust policy names the ' +
      'provider. Policies of resources name the role.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated-web-identity',
    aka: ['FEDERATED_PRINCIPAL_NOT_SUPPORTED', 'UNKNOWN_FEDERATION_SOURCE'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: {Federated: cognito-identity.amazonaws.com}
                         # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This policy cannot let in
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
`,
    ],
    good: [sendPolicy('{AWS: "arn:aws:iam::123456789012:role/app"}')],
  },

  scope: 'grant',

  find: (analysis) =>
    [...principalsOf(analysis)].filter(({ principal, site }) => principal.type === 'Federated' && site.kind === 'resource'),

  diagnose: (placed) => ({
    span: principalSpan(placed),
    message: `This policy cannot let in ${display(placed.principal.value)}: identity providers stand in the trust policies of roles. Name the role that its users assume.`,
    subject: { ...policySubject(placed.site), principal: display(placed.principal.value) },
    // A policy file does not say for certain what it is the policy of.
    ...(placed.site.owner === undefined ? { severity: 'warning' as const } : {}),
  }),
});
