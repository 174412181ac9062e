import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A condition key with an empty list of values. */
export const emptyConditionValue = defineRule<PlacedTest>({
  id: 'empty-condition-value',
  severity: 'hint',
  outcome: 'no-effect',
  docs: {
    summary: 'A condition key has an empty list of values.',
    why: 'There is nothing to compare with: a plain comparison never holds and a negated one always does.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    aka: [
      'EMPTY_ARRAY_CONDITION',
      'EMPTY_ARRAY_CONDITION_FORALLVALUES',
      'EMPTY_ARRAY_CONDITION_FORANYVALUE',
      'EMPTY_ARRAY_CONDITION_IFEXISTS',
    ],
    bad: [
      policyWith(`StringEquals:
  aws:PrincipalAccount: []
# ^^^^^^^^^^^^^^^^^^^^ aws:PrincipalAccount has no values to compare with`),
    ],
    good: [
      policyWith(`StringEquals:
  aws:PrincipalAccount: ["123456789012"]`),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].filter(
      ({ test: { node } }) => node?.kind === 'sequence' && node.tag === undefined && node.items.length === 0,
    ),

  diagnose: ({ test, operator, site }) => ({
    span: test.keyNode.span,
    message:
      `${test.key} has no values to compare with, so the condition ${operator?.negated || operator?.set === 'ForAllValues' ? 'asks for nothing' : 'never holds'}. ` +
      'Give it values, or remove it.',
    subject: policySubject(site),
  }),
});
