import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** Both booleans for one key. */
export const severalBooleans = defineRule<PlacedTest>({
  id: 'several-booleans',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A Bool test has several values.',
    why:
      'A boolean is true or false; a list of both asks nothing, and IAM Access Analyzer reports a list of booleans as ' +
      'an error.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    aka: ['INVALID_CONDITION_MULTIPLE_BOOLEAN'],
    bad: [
      policyWith(`Bool:
  aws:SecureTransport: ["true", "false"]
# ^^^^^^^^^^^^^^^^^^^ aws:SecureTransport is compared with several booleans`),
    ],
    good: [
      policyWith(`Bool:
  aws:SecureTransport: "true"`),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].filter(
      ({ test, operator }) =>
        operator?.name === 'Bool' &&
        operator.set === undefined &&
        test.values.filter(({ guard }) => guard.length === 0).length > 1 &&
        !analysis.knowledge.iam.conditionKey(test.key)?.type.startsWith('ArrayOf'),
    ),

  diagnose: ({ test, site }) => ({
    span: test.keyNode.span,
    message: `${test.key} is compared with several booleans, but it is either true or false. Write the one that is meant.`,
    subject: policySubject(site),
  }),
});
