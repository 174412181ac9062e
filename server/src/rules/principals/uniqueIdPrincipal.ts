import { defineRule } from '../rule.ts';
import { policySubject } from '../support/policyWalk.ts';
import { type PlacedPrincipal, principalSpan, principalsOf, principalText } from '../support/principalWalk.ts';
import { sendPolicy } from '../support/samples.ts';

/** A role or user by its unique id. */
export const uniqueIdPrincipal = defineRule<PlacedPrincipal>({
  id: 'unique-id-principal',
  severity: 'warning',
  outcome: 'access-denied',
  docs: {
    summary: 'A principal is the unique id of a role or user instead of its ARN.',
    why:
      'IAM shows the unique id in a policy when the role that was named has been deleted. A new role of the same name ' +
      'has another id, so nobody matches.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles',
    aka: ['INVALID_ROLE_REFERENCE', 'INVALID_USER_REFERENCE'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: {AWS: AROAABCDEFGHIJKLMNOPQ}
                   # ^^^^^^^^^^^^^^^^^^^^^ AROAABCDEFGHIJKLMNOPQ is the unique id of a role
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
`,
    ],
    good: [sendPolicy('{AWS: "arn:aws:iam::123456789012:role/app"}')],
  },

  scope: 'grant',

  find: (analysis) =>
    [...principalsOf(analysis)].filter(
      (placed) => placed.principal.type === 'AWS' && UNIQUE_ID.test(principalText(placed) ?? ''),
    ),

  diagnose: (placed) => {
    const text = principalText(placed) ?? '';
    const what = text.startsWith('AROA') ? 'role' : 'user';
    return {
      span: principalSpan(placed),
      message: `${text} is the unique id of a ${what}, which ends with it: a ${what} that is created again has another one. Write its ARN.`,
      subject: { ...policySubject(placed.site), principal: text },
    };
  },
});

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const UNIQUE_ID = /^A(?:RO|ID)A[A-Z0-9]{12,124}$/;
