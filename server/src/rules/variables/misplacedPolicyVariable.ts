import type { PolicyValue, Statement } from '../../iam/index.ts';
import { defineRule } from '../rule.ts';
import { variablesIn } from '../support/policyVariables.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

interface Found extends PlacedStatement {
  readonly element: string;
  readonly value: PolicyValue;
  readonly name: string;
}

/** A policy variable where IAM fills in none. */
export const misplacedPolicyVariable = defineRule<Found>({
  id: 'misplaced-policy-variable',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'A policy variable stands outside of Resource and Condition.',
    why: 'IAM fills in policy variables in Resource and in Condition. Anywhere else they are plain text, so the statement never applies.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse',
    aka: ['VARIABLE_UNSUPPORTED_IN_ELEMENT'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:\${aws:PrincipalTag/action}
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \${aws:PrincipalTag/action} is plain text in Action
    Resource: arn:aws:s3:::orders/*
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/\${aws:PrincipalTag/team}/*
`,
    ],
  },

  *find(analysis) {
    for (const placed of statementsOf(analysis)) {
      for (const { element, value } of plainValuesOf(placed.statement)) {
        const [name] = variablesIn(value.value);
        if (name !== undefined) yield { ...placed, element, value, name };
      }
    }
  },

  diagnose: ({ site, element, value, name }) => ({
    span: value.node.outerSpan,
    message: `\${${name}} is plain text in ${element}: IAM fills in policy variables in Resource and Condition only. Write out what is meant.`,
    subject: policySubject(site),
  }),
});

function* plainValuesOf({
  actions,
  principals,
}: Statement): Generator<{ readonly element: string; readonly value: PolicyValue }> {
  for (const value of actions?.values ?? []) yield { element: actions?.key.text ?? '', value };
  for (const value of principals?.principals ?? []) yield { element: principals?.key.text ?? '', value };
}
