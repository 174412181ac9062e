import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest, renameOperatorFixes, spellingOf } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A key of many values compared as if it had one. */
export const missingSetOperator = defineRule<PlacedTest>({
  id: 'missing-set-operator',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'A condition key with several values is compared without ForAllValues or ForAnyValue.',
    why:
      'Some keys, such as aws:TagKeys, carry a list. A plain operator cannot compare a list; ForAnyValue asks for one ' +
      'value that matches, ForAllValues for nothing but values that match.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
    aka: ['MISSING_QUALIFIER', 'MISSING_SET_OPERATOR'],
    bad: [
      policyWith(
        `StringEquals:
  aws:TagKeys: team
# ^^^^^^^^^^^ aws:TagKeys has a list of values`,
        's3:PutObject',
      ),
    ],
    good: [
      policyWith(
        `ForAnyValue:StringEquals:
  aws:TagKeys: team`,
        's3:PutObject',
      ),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].filter(
      ({ test, operator }) =>
        operator !== undefined &&
        operator.set === undefined &&
        operator.name !== 'Null' &&
        analysis.knowledge.iam.conditionKey(test.key)?.type.startsWith('ArrayOf'),
    ),

  diagnose: ({ test, site }) => ({
    span: test.keyNode.span,
    message:
      `${test.key} has a list of values, which ${test.operator} cannot compare. ` +
      `Write ForAnyValue:${test.operator} where one matching value is enough, ForAllValues:${test.operator} where all must match.`,
    subject: policySubject(site),
    severity: severityFor(test.key),
  }),

  fix: (found) => {
    const { operator } = found;
    if (!operator) return [];
    const names = (['ForAnyValue', 'ForAllValues'] as const).map((set) => spellingOf(operator, { set }));
    return names.flatMap((name) => renameOperatorFixes(found, name, false)).map((fix) => ({ ...fix, preferred: false }));
  },
});

/** AWS’s own examples compare some keys of services so; of the global ones it says that this is wrong. */
function severityFor(key: string): 'error' | 'warning' {
  return key.toLowerCase().startsWith('aws:') ? 'error' : 'warning';
}
