import type { IamKnowledge } from '../../iam/index.ts';
import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest, renameOperatorFixes, spellingOf } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A set operator on a key of one value. */
export const setOperatorOnSingleValue = defineRule<PlacedTest>({
  id: 'set-operator-on-single-value',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'ForAllValues is used with a condition key that has one value.',
    why:
      'ForAllValues is true when the request has no value for the key at all. For a key with one value a plain operator ' +
      'asks the same and is false then.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
    aka: ['FORALLVALUES_WITH_SINGLE_VALUED_KEY', 'UNNECESSARY_SET_OPERATOR', 'SINGLE_VALUE_CONDITION_TOO_PERMISSIVE'],
    bad: [
      policyWith(`ForAllValues:StringEquals:
#^^^^^^^^^^^^^^^^^^^^^^^^ aws:SourceAccount has one value
  aws:SourceAccount: "123456789012"`),
    ],
    good: [
      policyWith(`StringEquals:
  aws:SourceAccount: "123456789012"`),
    ],
  },

  find: (analysis) => [...conditionTestsOf(analysis)].filter((placed) => isOnSingleValue(placed, analysis.knowledge.iam)),

  diagnose: ({ test, operator, site }) => {
    const isAll = operator?.set === 'ForAllValues';
    return {
      span: test.operatorNode.span,
      message:
        `${test.key} has one value, so ${isAll ? 'ForAllValues only makes the test true for requests without it' : 'ForAnyValue has nothing to do here'}. ` +
        `Write ${operator ? spellingOf(operator, { set: undefined }) : 'the operator without it'}.`,
      subject: policySubject(site),
      ...(isAll ? {} : { severity: 'hint' as const, outcome: 'style' as const }),
    };
  },

  fix: (found) => (found.operator ? renameOperatorFixes(found, spellingOf(found.operator, { set: undefined }), false) : []),
});

/** Of ForAnyValue only the global keys are judged: services document some of their keys with it. */
function isOnSingleValue({ test, operator }: PlacedTest, iam: IamKnowledge): boolean {
  if (operator?.set === undefined || operator.name === 'Null' || test.key.split(':')[0]?.includes('.')) return false;
  const type = iam.conditionKey(test.key)?.type ?? '';
  if (type === '' || type.startsWith('ArrayOf')) return false;
  return operator.set === 'ForAllValues' || test.key.toLowerCase().startsWith('aws:');
}
