import { display, knownText } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { policySubject } from '../support/policyWalk.ts';
import { type PlacedPrincipal, principalSpan, principalsOf } from '../support/principalWalk.ts';
import { sendPolicy } from '../support/samples.ts';

/** A wildcard for a part of a principal. */
export const wildcardInPrincipal = defineRule<PlacedPrincipal>({
  id: 'wildcard-in-principal',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A principal has a wildcard in it.',
    why:
      'A principal is a name, not a pattern: "*" alone means everybody, and in any other place a wildcard is rejected. ' +
      'Conditions on aws:PrincipalArn take patterns.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    aka: ['UNSUPPORTED_WILDCARD_IN_PRINCIPAL', 'service_principal_wildcard'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: {AWS: "arn:aws:iam::123456789012:role/app-*"}
                    # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ arn:aws:iam::123456789012:role/app-* has a wildcard
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
`,
    ],
    good: [sendPolicy('{AWS: "arn:aws:iam::123456789012:role/app"}')],
  },

  scope: 'grant',

  find: (analysis) => [...principalsOf(analysis)].filter(hasWildcard),

  diagnose: (placed) => {
    const { type, value } = placed.principal;
    return {
      span: principalSpan(placed),
      message:
        `${display(value)} has a wildcard, and a principal is a name, not a pattern: the policy is rejected. ` +
        (type === 'AWS'
          ? 'Name each role, or let the account in and limit it with ArnLike on aws:PrincipalArn.'
          : 'Name each service.'),
      subject: { ...policySubject(placed.site), principal: display(value) },
    };
  },
});

function hasWildcard({ principal: { type, value } }: PlacedPrincipal): boolean {
  if ((type !== 'AWS' && type !== 'Service') || knownText(value) === '*') return false;
  return value.parts.some((part) => part.kind === 'text' && /[*?]/.test(part.text.replaceAll(/\$\{[^}]*\}/g, '')));
}
