import { defineRule } from '../rule.ts';
import { judgeConditionKey } from '../support/conditionKeyNames.ts';
import { conditionTestsOf, type PlacedTest, renameFix } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A condition key that its service does not have. */
export const unknownConditionKey = defineRule<{ readonly placed: PlacedTest; readonly suggestion: string | undefined }>({
  id: 'unknown-condition-key',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'A condition key does not exist.',
    why:
      'A key that no request carries makes a plain comparison fail and a negated one succeed, always: the statement ' +
      'never applies, or its condition protects nothing.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    aka: [
      'INVALID_GLOBAL_CONDITION_KEY',
      'INVALID_SERVICE_CONDITION_KEY',
      'UNRECOGNIZED_CONDITION_KEY',
      'UNKNOWN_CONDITION_FOR_ACTION',
      'invalid_condition_key',
    ],
    bad: [
      policyWith(`ArnLike:
  aws:SorceArn: arn:aws:sns:eu-west-1:123456789012:orders
# ^^^^^^^^^^^^ aws:SorceArn is no condition key`),
    ],
    good: [
      policyWith(`StringEquals:
  AWS:sourceaccount: "123456789012"
  s3:ExistingObjectTag/team: orders`),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].flatMap((placed) => {
      const judgement = judgeConditionKey(placed.test.key, analysis.knowledge.iam);
      return judgement.verdict === 'unknown' ? [{ placed, suggestion: judgement.suggestion }] : [];
    }),

  diagnose: ({ placed: { test, site }, suggestion }, { knowledge: { iam } }) => ({
    span: test.keyNode.span,
    message:
      `${test.key} is no condition key that AWS documents: a request never carries it, so the condition never holds (or, negated, always). ` +
      (suggestion === undefined
        ? `If it is newer than ${iam.date}, the date of the data, set this rule to "off" here.`
        : `Did you mean ${suggestion}?`),
    subject: { ...policySubject(site), ...(suggestion === undefined ? {} : { suggestion }) },
    ...(suggestion === undefined ? { severity: 'warning' as const } : {}),
  }),

  fix: ({ placed: { test }, suggestion }) => (suggestion === undefined ? [] : [renameFix(test.keyNode, suggestion)]),
});
