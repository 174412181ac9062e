import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest, renameOperatorFixes } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** `ForAnyValue:Null`. */
export const nullWithSetOperator = defineRule<PlacedTest>({
  id: 'null-with-set-operator',
  severity: 'hint',
  outcome: 'style',
  docs: {
    summary: 'The operator Null has a set operator in front of it.',
    why: 'Null tests whether a key is there at all. ForAllValues and ForAnyValue add nothing to that.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    aka: ['NULL_WITH_QUALIFIER'],
    bad: [
      policyWith(`ForAnyValue:Null:
#^^^^^^^^^^^^^^^ ForAnyValue:Null means the same as Null
  aws:TagKeys: "true"`),
    ],
    good: [
      policyWith(`"Null":
  aws:TagKeys: "true"`),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].filter(
      ({ operator }) => operator?.name === 'Null' && operator.set !== undefined && !operator.ifExists,
    ),

  diagnose: ({ test, site }) => ({
    span: test.operatorNode.span,
    message: `${test.operator} means the same as Null: a key is there or it is not, however many values it has. Write Null.`,
    subject: policySubject(site),
  }),

  fix: (found) => renameOperatorFixes(found, 'Null', true),
});
