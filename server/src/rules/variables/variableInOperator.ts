import { textSpan } from '../../analysis/index.ts';
import type { PolicyValue } from '../../iam/index.ts';
import { knownText } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest } from '../support/conditionTests.ts';
import { variablesIn } from '../support/policyVariables.ts';
import { policySubject } from '../support/policyWalk.ts';

interface Found extends PlacedTest {
  readonly value: PolicyValue;
  readonly name: string;
}

/** A policy variable with an operator that compares no texts. */
export const variableInOperator = defineRule<Found>({
  id: 'variable-in-operator',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'A policy variable is compared by an operator that takes none.',
    why:
      'Policy variables stand for texts, so only the String and Arn operators take them. With a numeric, date, boolean or address operator the ' +
      'condition never holds.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-conditionelement',
    aka: ['INVALID_VARIABLE_FOR_OPERATOR'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:ListBucket
    Resource: arn:aws:s3:::orders
    Condition:
      NumericEquals:
        s3:max-keys: \${aws:PrincipalTag/most}
        #            ^^^^^^^^^^^^^^^^^^^^^^^^ NumericEquals takes no policy variable
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:ListBucket
    Resource: arn:aws:s3:::orders
    Condition:
      StringLike:
        s3:prefix: \${aws:username}/*
`,
    ],
  },

  *find(analysis) {
    for (const placed of conditionTestsOf(analysis)) {
      const family = placed.operator?.name ?? 'String';
      if (/^(String|Arn)/.test(family)) continue;
      for (const value of placed.test.values) {
        const [name] = variablesIn(value.value);
        if (name !== undefined) yield { ...placed, value, name };
      }
    }
  },

  diagnose: ({ site, test: { operator }, value, name }) => ({
    span: textSpan(value.node, knownText(value.value) ?? ''),
    message: `${operator} takes no policy variable, so the condition with \${${name}} never holds. Only String and Arn operators do; write the value itself.`,
    subject: policySubject(site),
  }),
});
