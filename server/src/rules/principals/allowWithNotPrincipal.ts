import { defineRule } from '../rule.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';
import { sendPolicy } from '../support/samples.ts';

/** An Allow for everybody but some. */
export const allowWithNotPrincipal = defineRule<PlacedStatement>({
  id: 'allow-with-not-principal',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'An Allow statement has NotPrincipal.',
    why: 'NotPrincipal in an Allow lets in everybody who is not named: every other account and anonymous callers.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
    aka: [
      'ALLOW_WITH_NOTPRINCIPAL',
      'NOTPRINCIPAL_WITH_ALLOW',
      'not_principal_validation',
      'IAM_ROLE_NO_ALLOW_PLUS_NOT_PRINCIPAL',
      'SQS_QUEUE_POLICY_NO_ALLOW_PLUS_NOT_PRINCIPAL',
    ],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    NotPrincipal: {AWS: "arn:aws:iam::123456789012:role/app"}
  # ^^^^^^^^^^^^ NotPrincipal lets in everybody
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
`,
    ],
    good: [sendPolicy('{AWS: "arn:aws:iam::123456789012:role/app"}')],
  },

  find: (analysis) =>
    [...statementsOf(analysis)].filter(
      ({ site, statement: { effect, principals } }) =>
        site.kind === 'resource' && effect === 'Allow' && principals?.negated === true,
    ),

  diagnose: ({ statement, site }) => ({
    span: statement.principals?.key.span ?? statement.span,
    message:
      'NotPrincipal lets in everybody who is not named here, anonymous callers included. Name those who are to be let in, with Principal.',
    subject: policySubject(site),
  }),
});
