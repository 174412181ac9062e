import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest, renameFix } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A condition key that AWS no longer supports. */
export const retiredConditionKey = defineRule<{ readonly placed: PlacedTest; readonly retired: RetiredKey }>({
  id: 'retired-condition-key',
  severity: 'warning',
  outcome: 'no-effect',
  docs: {
    summary: 'A condition key is no longer supported.',
    why: 'AWS has replaced a few condition keys. The old names are either ignored or only still sent by some services.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
    aka: ['UNSUPPORTED_GLOBAL_CONDITION_KEY', 'DEPRECATED_GLOBAL_CONDITION_KEY'],
    bad: [
      policyWith(`ArnEquals:
  aws:ARN: arn:aws:iam::123456789012:role/worker
# ^^^^^^^ aws:ARN is no longer supported`),
    ],
    good: [
      policyWith(`ArnEquals:
  aws:PrincipalArn: arn:aws:iam::123456789012:role/worker`),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].flatMap((placed) => {
      const retired = RETIRED.find(({ key }) => key.toLowerCase() === placed.test.key.toLowerCase());
      return retired ? [{ placed, retired }] : [];
    }),

  diagnose: ({ placed: { test, site }, retired }) => ({
    span: test.keyNode.span,
    message: `${test.key} is no longer supported${retired.remark}. Use ${retired.replacement} instead.`,
    subject: { ...policySubject(site), suggestion: retired.replacement },
    severity: retired.severity,
  }),

  fix: ({ placed: { test }, retired }) => (retired.isSame ? [renameFix(test.keyNode, retired.replacement)] : []),
});

interface RetiredKey {
  readonly key: string;
  readonly replacement: string;
  /** Whether the new key has the same values. */
  readonly isSame: boolean;
  readonly severity: 'error' | 'hint';
  readonly remark: string;
}

/**
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (unsupported global condition
 * key), https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 */
const RETIRED: readonly RetiredKey[] = [
  { key: 'aws:ARN', replacement: 'aws:PrincipalArn', isSame: true, severity: 'error', remark: '' },
  {
    key: 'aws:SourceOwner',
    replacement: 'aws:SourceAccount',
    isSame: false,
    severity: 'hint',
    remark: ' by services that are new: only those that have always sent it still do',
  },
];
