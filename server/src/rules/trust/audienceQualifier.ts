import type { ConditionTest } from '../../iam/index.ts';
import { replaceText } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

interface Found extends PlacedStatement {
  readonly test: ConditionTest;
}

/** A set operator on the audience of a token. */
export const audienceQualifier = defineRule<Found>({
  id: 'audience-qualifier',
  severity: 'hint',
  outcome: 'too-open',
  docs: {
    summary: 'A set operator tests the audience of a token.',
    why:
      'The audience (aud) of a token is one text with most providers, GitHub, Google and Cognito among them, and a list with some. Only a list ' +
      'is tested with ForAnyValue or ForAllValues; ForAllValues is also true for a token without an audience.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
    aka: ['CONFIRM_AUDIENCE_CLAIM_TYPE'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: { Federated: cognito-identity.amazonaws.com }
    Action: sts:AssumeRoleWithWebIdentity
    Condition:
      ForAllValues:StringEquals:
#     ^^^^^^^^^^^^^^^^^^^^^^^^^ ForAllValues is for lists
        cognito-identity.amazonaws.com:aud: eu-west-1:12345678-1234-1234-1234-123456789012
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: { Federated: cognito-identity.amazonaws.com }
    Action: sts:AssumeRoleWithWebIdentity
    Condition:
      StringEquals:
        cognito-identity.amazonaws.com:aud: eu-west-1:12345678-1234-1234-1234-123456789012
`,
    ],
  },

  *find(analysis) {
    for (const placed of statementsOf(analysis)) {
      for (const test of placed.statement.conditions) {
        if (placed.site.kind === 'trust' && /:aud$/i.test(test.key) && QUALIFIER.test(test.operator)) yield { ...placed, test };
      }
    }
  },

  diagnose: ({ site, test }) => ({
    span: test.operatorNode.span,
    message: `${test.operator.split(':')[0]} is for lists, and the audience of a token is one text with most providers. Leave it out unless ${test.key} is a list with this one.`,
    subject: policySubject(site),
  }),

  fix: ({ test: { operator, operatorNode } }) => {
    const length = QUALIFIER.exec(operator)?.[0].length ?? 0;
    return [{ title: `Write ${operator.slice(length)}`, preferred: false, edits: [replaceText(operatorNode, 0, length, '')] }];
  },
});

const QUALIFIER = /^For(All|Any)Values?:/i;
