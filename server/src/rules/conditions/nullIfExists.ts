import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest, renameOperatorFixes } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** `NullIfExists`. */
export const nullIfExists = defineRule<PlacedTest>({
  id: 'null-if-exists',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'The operator Null is combined with IfExists.',
    why: 'Null tests whether a key is there; "if it exists" makes no sense of that, and IAM rejects the combination.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    aka: ['NULL_WITH_IF_EXISTS'],
    bad: [
      policyWith(`NullIfExists:
#^^^^^^^^^^^ NullIfExists does not exist
  aws:TokenIssueTime: "true"`),
    ],
    good: [
      policyWith(`"Null":
  aws:TokenIssueTime: "true"`),
    ],
  },

  find: (analysis) => [...conditionTestsOf(analysis)].filter(({ operator }) => operator?.name === 'Null' && operator.ifExists),

  diagnose: ({ test, site }) => ({
    span: test.operatorNode.span,
    message: `${test.operator} does not exist: Null already tests whether the key is there, and IAM rejects IfExists behind it. Write Null.`,
    subject: policySubject(site),
  }),

  fix: (found) => renameOperatorFixes(found, 'Null', true),
});
