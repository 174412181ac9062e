import { defineRule } from '../rule.ts';
import { isPlaceholder } from '../support/placeholders.ts';
import { policySubject } from '../support/policyWalk.ts';
import { type PlacedPrincipal, principalSpan, principalsOf, principalText } from '../support/principalWalk.ts';
import { sendPolicy } from '../support/samples.ts';

/** An AWS principal that is no account, user or role. */
export const accountPrincipalFormat = defineRule<{ readonly placed: PlacedPrincipal; readonly fault: string }>({
  id: 'account-principal-format',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'An AWS principal is neither an account nor the ARN of a user or role.',
    why:
      'Under AWS stand account ids of twelve digits and the ARNs of accounts, users, roles and their sessions. A policy ' +
      'with anything else is rejected.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts',
    aka: ['AwsPrincipalArn', 'invalid_principal', 'E3512'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: {AWS: "1234"}
                    # ^^^^ 1234 is no account id
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
`,
    ],
    good: [sendPolicy('{AWS: "123456789012"}'), sendPolicy('{AWS: "arn:aws:iam::123456789012:root"}')],
  },

  scope: 'grant',

  find: (analysis) =>
    [...principalsOf(analysis)].flatMap((placed) => {
      const text = placed.principal.type === 'AWS' ? principalText(placed) : undefined;
      const fault = text === undefined ? undefined : faultOf(text);
      return fault === undefined ? [] : [{ placed, fault }];
    }),

  diagnose: ({ placed, fault }) => ({
    span: principalSpan(placed),
    message: `${principalText(placed) ?? ''} ${fault}, so the policy is rejected.`,
    subject: { ...policySubject(placed.site), principal: principalText(placed) ?? '' },
    ...(isPlaceholder(principalText(placed) ?? '') ? { severity: 'warning' as const } : {}),
  }),
});

const NAMED =
  /^arn:[a-z-]+:(?:iam|sts)::(?:\d{12}|cloudfront):(?:root$|user\/.|role\/.|assumed-role\/[^/]+\/.|federated-user\/.)/;
const GROUP = /^arn:[a-z-]+:iam::\d{12}:group\//;

/** What is wrong with an AWS principal, and what to write. Wildcards and unique ids are mistakes of other kinds. */
function faultOf(text: string): string | undefined {
  if (/[*?]/.test(text) || /^A[A-Z]{3}[A-Z0-9]{12,}$/.test(text) || /^(?:\d{12}|[0-9a-f]{64})$/.test(text) || NAMED.test(text))
    return undefined;
  if (/^\d+$/.test(text)) return `is no account id: these have twelve digits, in quotes lest a zero in front be lost`;
  if (GROUP.test(text)) return 'is a group, which cannot be a principal; name its users or a role';
  if (/\.amazonaws\.com(?:\.cn)?$/.test(text)) return 'is a service; put it under Service';
  return 'is neither an account id of twelve digits nor the ARN of an account, a user or a role (arn:aws:iam::123456789012:role/name)';
}
