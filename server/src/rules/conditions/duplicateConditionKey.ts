import type { ConditionTest } from '../../iam/index.ts';
import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A condition key twice in one operator, in two letter cases. */
export const duplicateConditionKey = defineRule<{ readonly placed: PlacedTest; readonly first: ConditionTest }>({
  id: 'duplicate-condition-key',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A condition key stands twice under one operator, in different letter case.',
    why: 'The letter case of condition keys does not count: the two are the same key twice, which IAM rejects.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    aka: ['DUPLICATE_KEYS_WITH_DIFFERENT_CASE'],
    bad: [
      policyWith(`StringEquals:
  aws:SourceAccount: "123456789012"
  aws:sourceaccount: "123456789013"
# ^^^^^^^^^^^^^^^^^ aws:sourceaccount is the same key as aws:SourceAccount`),
    ],
    good: [
      policyWith(`StringEquals:
  aws:SourceAccount: ["123456789012", "123456789013"]`),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].flatMap((placed) => {
      const first = firstOfKey(placed);
      return first ? [{ placed, first }] : [];
    }),

  diagnose: ({ placed: { test, site }, first }) => ({
    span: test.keyNode.span,
    message:
      `${test.key} is the same key as ${first.key}, because letter case does not count, and IAM rejects a key that stands twice under one ` +
      'operator. Write all values in one list.',
    subject: policySubject(site),
    related: [{ span: first.keyNode.span, message: 'The same key.' }],
  }),
});

/** The test in front of this one with the same key in another letter case. Both must exist at once. */
function firstOfKey({ test, statement }: PlacedTest): ConditionTest | undefined {
  const before = statement.conditions.slice(0, statement.conditions.indexOf(test));
  return before.find(
    (other) =>
      other.operatorNode === test.operatorNode &&
      other.key !== test.key &&
      other.key.toLowerCase() === test.key.toLowerCase() &&
      other.guard.length === 0 &&
      test.guard.length === 0,
  );
}
